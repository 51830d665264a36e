import { idOf } from "@viceversa/core/ids.ts";
import {
  Attendance,
  acceptProposal,
  cancelSession,
  confirmSession,
  getSession,
  listSessions,
  moveSession,
  planSession,
  proposeTime,
  recordAttendance,
  SessionCancellation,
  SessionInput,
  SessionMove,
  SessionsRequest,
  SessionView,
  sayAbsent,
} from "@viceversa/core/session/index.ts";
import { Instant, LocalTime, Zone } from "@viceversa/core/time.ts";
import { z } from "zod";
import { createRoom, listOf, operation } from "../operation.ts";
import { addSessionContent } from "./session-content.ts";

export const room = createRoom();
const params = z.object({ id: idOf("session") });

operation(
  room,
  {
    operation: "session.list",
    method: "get",
    path: "",
    summary: "The sessions of a programme, by their start",
    query: SessionsRequest,
    answer: listOf(SessionView),
  },
  (ctx, { query }) => listSessions(ctx, query),
);

operation(
  room,
  {
    operation: "session.plan",
    method: "post",
    path: "",
    summary: "Plan an extra session of a pairing",
    body: SessionInput,
    answer: SessionView,
    status: 201,
    errors: [404, 409],
  },
  (ctx, { body }) => planSession(ctx, body),
);

operation(
  room,
  {
    operation: "session.get",
    method: "get",
    path: "/{id}",
    summary: "A session",
    params,
    answer: SessionView,
    versioned: true,
  },
  (ctx, { params }) => getSession(ctx, params.id),
);

operation(
  room,
  {
    operation: "session.move",
    method: "put",
    path: "/{id}/time",
    summary: "Move a session; everyone gets the new time",
    params,
    body: SessionMove,
    answer: SessionView,
    versioned: true,
    errors: [409],
  },
  (ctx, { params, body, version }) => moveSession(ctx, { id: params.id, version, to: body }),
);

operation(
  room,
  {
    operation: "session.say-absent",
    method: "post",
    path: "/{id}/absences",
    summary: "Say that you cannot come; the others meet without you where they can",
    params,
    body: SessionCancellation,
    answer: SessionView,
    errors: [409, 412],
  },
  (ctx, { params, body }) => sayAbsent(ctx, { id: params.id, reason: body.reason }),
);

operation(
  room,
  {
    operation: "session.cancel",
    method: "post",
    path: "/{id}/cancellation",
    summary: "Cancel a session; everyone who was invited is told",
    params,
    body: SessionCancellation,
    answer: SessionView,
    errors: [409],
  },
  (ctx, { params, body }) => cancelSession(ctx, { id: params.id, reason: body.reason }),
);

operation(
  room,
  {
    operation: "session.propose",
    method: "post",
    path: "/{id}/proposals",
    summary: "Propose another time; a counter-proposal takes the place of the one before",
    params,
    body: z.strictObject({ localStart: LocalTime, zone: Zone }),
    answer: SessionView,
    errors: [409, 412],
  },
  (ctx, { params, body }) => proposeTime(ctx, { ...params, ...body }),
);

operation(
  room,
  {
    operation: "session.accept-proposal",
    method: "post",
    path: "/{id}/proposals/acceptance",
    summary: "Accept the time that another has proposed; the session moves there",
    params,
    body: z.strictObject({ proposedAt: Instant }),
    answer: SessionView,
    errors: [409, 412],
  },
  (ctx, { params, body }) => acceptProposal(ctx, { ...params, ...body }),
);

operation(
  room,
  {
    operation: "session.confirm",
    method: "post",
    path: "/{id}/confirmations",
    summary: "Say whether a session took place",
    params,
    body: z.strictObject({ happened: z.boolean() }),
    answer: SessionView,
    errors: [409],
  },
  (ctx, { params, body }) => confirmSession(ctx, { ...params, ...body }),
);

operation(
  room,
  {
    operation: "session.record-attendance",
    method: "put",
    path: "/{id}/attendance",
    summary: "Record who was there, as somebody knows it who runs the programme",
    params,
    body: Attendance,
    answer: SessionView,
    versioned: true,
    errors: [409],
  },
  (ctx, { params, body, version }) => recordAttendance(ctx, { id: params.id, version, attendance: body }),
);

addSessionContent(room);
