import { propose } from "@viceversa/core/matching/propose.ts";
import { compare } from "@viceversa/core/matching/score.ts";
import { timed } from "./figure.ts";
import { poolOf, type Shape } from "./pool.ts";

/** Compares and proposes one cohort in a process of its own, and says how long and how much memory that has taken. */
const shape = JSON.parse(process.argv[2] ?? "{}") as Shape;
const pool = poolOf(shape);

const proposed = timed(() => propose({ ...pool }, []));
// What is told of the memory is that of the proposal: a comparison beside it would add to it.
const megabytes = (process.resourceUsage().maxRSS * 1_024) / 1e6;
const compared = timed(() => compare({ ...pool }).edges.edgeScore.length);
process.stdout.write(
  JSON.stringify({
    open: compared.result / (shape.mentors * shape.mentees),
    compare: compared.milliseconds,
    propose: proposed.milliseconds,
    paired: proposed.result.pairs.length,
    megabytes,
  }),
);
