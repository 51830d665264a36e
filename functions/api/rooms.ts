import type { Room } from "./operation.ts";

/** Below `/v1`: which concept answers. Its module is read when it is first asked for. */
export const rooms: Readonly<Record<string, () => Promise<{ readonly room: Room }>>> = {
  organisation: () => import("./routes/organisation.ts"),
  "api-keys": () => import("./routes/api-key.ts"),
  people: () => import("./routes/person.ts"),
  jobs: () => import("./routes/job.ts"),
  programmes: () => import("./routes/programme.ts"),
  "programme-templates": () => import("./routes/programme-template.ts"),
  participants: () => import("./routes/participant.ts"),
  observations: () => import("./routes/observation.ts"),
  "matching-runs": () => import("./routes/matching-run.ts"),
  pairings: () => import("./routes/pairing.ts"),
  competences: () => import("./routes/competence.ts"),
  instruments: () => import("./routes/instrument.ts"),
  indicators: () => import("./routes/indicator.ts"),
  waves: () => import("./routes/wave.ts"),
  sessions: () => import("./routes/session.ts"),
};
