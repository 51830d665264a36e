// Who may import whom. Each list is ordered: a room may import only from rooms before it.
const packages = ["matching", "core", "views", "aws", "functions", "local", "cli", "test"];
const at = (room) => (room === "functions" || room === "test" ? `^${room}/` : `^packages/${room}/`);

const foundation = [
  "errors",
  "ids",
  "time",
  "ports",
  "table",
  "resources",
  "invariant",
  "text",
  "context",
  "entity",
  "mail",
];
const shared = ["audit", "capability", "due", "job"];
const concepts = [
  "api-key",
  "organisation",
  "person",
  "competence",
  "instrument",
  "indicator",
  "programme",
  "participant",
  "observation",
  "pairing",
  "matching",
  "session",
  "wave",
  "interview",
  "report",
];
const core = "^packages/core/src/";

const upwards = packages
  .map((room, index) => ({
    name: `${room}-imports-only-downwards`,
    severity: "error",
    from: { path: at(room) },
    to: { path: packages.slice(index + 1).map(at) },
  }))
  .filter((rule) => rule.to.path.length > 0);

const towardsTheLeft = concepts.map((concept, index) => ({
  name: `${concept}-imports-only-concepts-to-its-left`,
  severity: "error",
  from: { path: `${core}${concept}/` },
  to: { path: [...concepts.slice(index + 1), "workflow"].map((later) => `${core}${later}/`) },
}));

module.exports = {
  forbidden: [
    { name: "no-circles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "no-unresolved",
      severity: "error",
      from: {},
      // SST brings esbuild into `.sst/platform`; the proofs of the stacks take it from there.
      to: { couldNotResolve: true, pathNot: "^esbuild$" },
    },
    ...upwards,
    ...towardsTheLeft,
    {
      name: "foundation-knows-nothing-above",
      severity: "error",
      from: { path: `${core}(${foundation.join("|")})\\.ts$` },
      to: {
        path: [...shared, ...concepts, "workflow"]
          .map((room) => `${core}${room}/`)
          .concat(`${core}commit\\.ts$`),
      },
    },
    {
      name: "shared-rooms-know-no-concept",
      severity: "error",
      from: { path: `${core}(${shared.join("|")})/|${core}commit\\.ts$` },
      to: { path: [...concepts, "workflow"].map((room) => `${core}${room}/`) },
    },
    {
      name: "a-concept-only-through-its-index",
      severity: "error",
      from: { path: `${core}(${concepts.join("|")})/` },
      to: { path: `${core}(${concepts.join("|")})/`, pathNot: [`${core}$1/`, "/index\\.ts$"] },
    },
    {
      name: "the-solver-knows-nothing-but-itself",
      severity: "error",
      from: { path: "^packages/matching/" },
      to: { pathNot: "^packages/matching/" },
    },
    {
      name: "other-solvers-are-measured-not-used",
      severity: "error",
      from: { pathNot: "^test/" },
      to: { path: "node_modules/(highs|munkres|edmonds-blossom)/" },
    },
    {
      name: "the-domain-knows-no-http-and-no-cloud",
      severity: "error",
      from: { path: "^packages/(core|views)/" },
      to: {
        path: "node_modules/(@aws-sdk|hono/(?!dist/helper/html)|@hono|nodemailer)",
        pathNot: "hono/dist/(helper/html|utils/html)",
      },
    },
    {
      name: "only-aws-and-local-touch-the-sdk",
      severity: "error",
      from: { path: "^(packages|functions|test)/", pathNot: "^(packages/(aws|local)/|test/)" },
      to: { path: "node_modules/@aws-sdk" },
    },
  ],
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node"],
      extensions: [".ts", ".js"],
    },
  },
};
