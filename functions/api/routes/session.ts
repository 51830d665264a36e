import { idOf } from "@viceversa/core/ids.ts";
import {
  cancelSession,
  getSession,
  listSessions,
  moveSession,
  planSession,
  Session,
  SessionCancellation,
  SessionInput,
  SessionMove,
  SessionsRequest,
} from "@viceversa/core/session/index.ts";
import { z } from "zod";
import { createRoom, listOf, operation } from "../operation.ts";

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
    answer: listOf(Session),
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
    answer: Session,
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
    answer: Session,
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
    answer: Session,
    versioned: true,
    errors: [409],
  },
  (ctx, { params, body, version }) => moveSession(ctx, { id: params.id, version, to: body }),
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
    answer: Session,
    errors: [409],
  },
  (ctx, { params, body }) => cancelSession(ctx, { id: params.id, reason: body.reason }),
);
