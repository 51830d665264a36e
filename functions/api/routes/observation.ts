import { idOf } from "@viceversa/core/ids.ts";
import { Job } from "@viceversa/core/job/index.ts";
import {
  changeObservation,
  createObservation,
  deleteObservation,
  getObservation,
  listObservations,
  Observation,
  ObservationChange,
  ObservationInput,
  ObservationsRequest,
} from "@viceversa/core/observation/index.ts";
import { importObservations } from "@viceversa/core/workflow/import-observations/index.ts";
import { z } from "zod";
import { createRoom, listOf, Nothing, operation } from "../operation.ts";

export const room = createRoom();
const params = z.object({ id: idOf("observation") });

operation(
  room,
  {
    operation: "observation.list",
    method: "get",
    path: "",
    summary: "The observations of a programme, by indicator and day",
    query: ObservationsRequest,
    answer: listOf(Observation),
    errors: [404],
  },
  (ctx, { query }) => listObservations(ctx, query),
);

operation(
  room,
  {
    operation: "observation.create",
    method: "post",
    path: "",
    summary: "Enter the value of an indicator on a day, for a group and never for a single person",
    body: ObservationInput,
    answer: Observation,
    status: 201,
    errors: [404, 409],
  },
  (ctx, { body }) => createObservation(ctx, body),
);

operation(
  room,
  {
    operation: "observation.import",
    method: "post",
    path: "/imports",
    summary:
      "Take a CSV file of a programme's observations: all rows that fit, as a job that lists the others. Columns: indicator (its key), scope, date (2026-11-24 or 24/11/2026), value, unit, source; role and note where there are any",
    query: z.object({ programmeId: idOf("programme") }),
    file: true,
    answer: Job,
    status: 202,
    errors: [404, 409],
  },
  (ctx, { query, file }) => importObservations(ctx, { programmeId: query.programmeId, file }),
);

operation(
  room,
  {
    operation: "observation.get",
    method: "get",
    path: "/{id}",
    summary: "An observation",
    params,
    answer: Observation,
    versioned: true,
  },
  (ctx, { params }) => getObservation(ctx, params.id),
);

operation(
  room,
  {
    operation: "observation.change",
    method: "put",
    path: "/{id}",
    summary: "Correct an observation; its indicator, group and day stay",
    params,
    body: ObservationChange,
    answer: Observation,
    versioned: true,
    errors: [409],
  },
  (ctx, { params, body, version }) => changeObservation(ctx, { id: params.id, version, change: body }),
);

operation(
  room,
  {
    operation: "observation.delete",
    method: "delete",
    path: "/{id}",
    summary: "Delete an observation that was none",
    params,
    answer: Nothing,
    status: 204,
    versioned: true,
    errors: [409],
  },
  (ctx, { params, version }) => deleteObservation(ctx, { id: params.id, version }),
);
