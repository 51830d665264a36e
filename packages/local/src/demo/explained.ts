import type { Answer, ApiClient } from "./client.ts";

/** Pairs of each end of a proposal that are told of. */
const TOLD = 3;

const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** What a manager reads of a proposal before she publishes it: its proof, and why its best and its weakest pairs are pairs. */
export async function explained(
  api: ApiClient,
  { programmeId, runId, proof }: { programmeId: string; runId: string; proof: string },
): Promise<string> {
  const pairs = (await api.all(`/v1/matching-runs/${runId}/pairs`)).toSorted(
    (one, other) => other.score - one.score,
  );
  const tell = async (title: string, told: readonly Answer[]): Promise<string[]> => [
    title,
    ...(await Promise.all(told.map((pair) => toldOf(api, programmeId, pair)))),
  ];
  const best = pairs.slice(0, TOLD);
  const weakest = pairs.slice(best.length).slice(-TOLD);
  return [
    `Proof: ${proof}`,
    ...(await tell("The best pairs:", best)),
    ...(await tell("The weakest pairs:", weakest)),
  ].join("\n");
}

/** One pair: who, how good, and what each criterion that counts says of them. */
async function toldOf(api: ApiClient, programmeId: string, { mentorId, menteeId }: Answer): Promise<string> {
  const query = `mentor=${mentorId}&mentee=${menteeId}`;
  const [{ score, criteria, obstacles }, mentor, mentee] = await Promise.all([
    api.get(`/v1/programmes/${programmeId}/explain?${query}`),
    nameOf(api, mentorId),
    nameOf(api, menteeId),
  ]);
  const said = criteria
    .filter(({ weight }: Answer) => weight > 0)
    .map(({ value, weight, sentence }: Answer) => `${percent(value)} × ${percent(weight)}: ${sentence.en}`);
  const against = obstacles.map(({ sentence }: Answer) => `but ${sentence.en}`);
  return [
    `  ${mentor} and ${mentee}: ${percent(score)}`,
    ...[...said, ...against].map((one) => `    ${one}`),
  ].join("\n");
}

async function nameOf(api: ApiClient, participantId: string): Promise<string> {
  const { personId } = await api.get(`/v1/participants/${participantId}`);
  return (await api.get(`/v1/people/${personId}`)).name;
}
