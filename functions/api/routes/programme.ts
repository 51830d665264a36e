import { idOf } from "@viceversa/core/ids.ts";
import { getOrganisation } from "@viceversa/core/organisation/index.ts";
import {
  advanceProgramme,
  changeProgramme,
  createProgramme,
  duplicateProgramme,
  getProgramme,
  getReadiness,
  listProgrammes,
  ObjectiveInputs,
  ProgrammeChange,
  ProgrammeInput,
  ProgrammesRequest,
  ProgrammeView,
  pauseProgramme,
  Readiness,
  setObjectives,
} from "@viceversa/core/programme/index.ts";
import { ProgrammeReport, reportOf } from "@viceversa/core/report/index.ts";
import { Locale } from "@viceversa/core/text.ts";
import { senderOf } from "@viceversa/core/workflow/reader.ts";
import { z } from "zod";
import { createRoom, listOf, operation } from "../operation.ts";
import { addApplicationLink } from "./application-link.ts";
import { addMatching } from "./programme-matching.ts";
import { addWatch } from "./programme-watch.ts";

export const room = createRoom();
addMatching(room);
const params = z.object({ id: idOf("programme") });

addApplicationLink(room);
addWatch(room);

operation(
  room,
  {
    operation: "programme.list",
    method: "get",
    path: "",
    summary:
      "The programmes that you manage, in the order of change; archived ones only with `phase=archived`",
    query: ProgrammesRequest,
    answer: listOf(ProgrammeView),
  },
  (ctx, { query }) => listProgrammes(ctx, query),
);

operation(
  room,
  {
    operation: "programme.create",
    method: "post",
    path: "",
    summary: "Draft a programme; a template fills what is left out",
    body: ProgrammeInput,
    answer: ProgrammeView,
    status: 201,
  },
  (ctx, { body }) => createProgramme(ctx, body),
);

operation(
  room,
  {
    operation: "programme.get",
    method: "get",
    path: "/{id}",
    summary: "A programme",
    params,
    answer: ProgrammeView,
    versioned: true,
  },
  (ctx, { params }) => getProgramme(ctx, params.id),
);

operation(
  room,
  {
    operation: "programme.change",
    method: "patch",
    path: "/{id}",
    summary: "Change a programme's rules; what is planned already follows",
    params,
    body: ProgrammeChange,
    answer: ProgrammeView,
    versioned: true,
  },
  (ctx, { params, body, version }) => changeProgramme(ctx, { id: params.id, version, change: body }),
);

operation(
  room,
  {
    operation: "programme.advance",
    method: "post",
    path: "/{id}/phase",
    summary: "Take a programme to another phase; it opens only where nothing that is required is missing",
    params,
    body: z.strictObject({ to: ProgrammeView.shape.phase }),
    answer: ProgrammeView,
    errors: [409],
  },
  (ctx, { params, body }) => advanceProgramme(ctx, { id: params.id, to: body.to }),
);

operation(
  room,
  {
    operation: "programme.pause",
    method: "post",
    path: "/{id}/pause",
    summary: "Pause a programme, or resume it: while paused nothing is sent",
    params,
    body: z.strictObject({ paused: z.boolean() }),
    answer: ProgrammeView,
  },
  (ctx, { params, body }) => pauseProgramme(ctx, { id: params.id, paused: body.paused }),
);

operation(
  room,
  {
    operation: "programme.set-objectives",
    method: "put",
    path: "/{id}/objectives",
    summary: "Give a programme its objectives, all of them anew",
    params,
    body: z.strictObject({ objectives: ObjectiveInputs }),
    answer: ProgrammeView,
    versioned: true,
    errors: [409],
  },
  (ctx, { params, body, version }) =>
    setObjectives(ctx, { id: params.id, version, objectives: body.objectives }),
);

operation(
  room,
  {
    operation: "programme.report",
    method: "get",
    path: "/{id}/report",
    summary: "What came of a programme, objective by objective; each line with its number and its caveats",
    params,
    answer: ProgrammeReport,
  },
  (ctx, { params }) => reportOf(ctx, params.id),
);

operation(
  room,
  {
    operation: "programme.report-page",
    method: "get",
    path: "/{id}/report.html",
    summary: "The same report as a document with plots, to be read and printed; loads nothing from elsewhere",
    params,
    query: z.object({ locale: Locale.optional().describe("Left out, the organisation's language") }),
    answer: z.string(),
    html: true,
  },
  async (ctx, { params, query }) => {
    const [report, organisation] = await Promise.all([reportOf(ctx, params.id), getOrganisation(ctx)]);
    // The library that draws its plots is read when somebody asks for them, and not when the function starts.
    const { reportPage } = await import("@viceversa/views/report/report.ts");
    const sender = senderOf(organisation);
    const reader = { locale: query.locale ?? organisation.locale, zone: report.programme.zone };
    return reportPage({ sender, reader }, report);
  },
);

operation(
  room,
  {
    operation: "programme.get-readiness",
    method: "get",
    path: "/{id}/readiness",
    summary: "What a programme lacks for its opening, and where that is mended",
    params,
    answer: Readiness,
  },
  (ctx, { params }) => getReadiness(ctx, params.id),
);

operation(
  room,
  {
    operation: "programme.duplicate",
    method: "post",
    path: "/{id}/duplicate",
    summary:
      "Draft a programme with the objectives and rules of this one, without its people, dates and baselines",
    params,
    answer: ProgrammeView,
    status: 201,
  },
  (ctx, { params }) => duplicateProgramme(ctx, { id: params.id }),
);
