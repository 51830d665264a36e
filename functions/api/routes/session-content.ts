import { idOf } from "@viceversa/core/ids.ts";
import {
  ActionItem,
  ActionItemChange,
  ActionItemInput,
  Agenda,
  AgendaChange,
  addActionItem,
  changeActionItem,
  getAgenda,
  getNote,
  listActionItems,
  Note,
  NoteChange,
  NoteKind,
  writeAgenda,
  writeNote,
} from "@viceversa/core/session/index.ts";
import { z } from "zod";
import { listOf, operation, type Room } from "../operation.ts";

const params = z.object({ id: idOf("session") });
const noteParams = params.extend({ kind: NoteKind });
const actionParams = params.extend({ actionItemId: idOf("actionItem") });

/** What two people work on together; only they read it. */
export function addSessionContent(room: Room): void {
  operation(
    room,
    {
      operation: "session.agenda",
      method: "get",
      path: "/{id}/agenda",
      summary: "The three parts of a session: follow-up, main topic, discussion",
      params,
      answer: Agenda,
      versioned: true,
    },
    (ctx, { params }) => getAgenda(ctx, params),
  );

  operation(
    room,
    {
      operation: "session.write-agenda",
      method: "put",
      path: "/{id}/agenda",
      summary: "Write a session's main topic and questions",
      params,
      body: AgendaChange,
      answer: Agenda,
      versioned: true,
    },
    (ctx, { params, body, version }) => writeAgenda(ctx, { id: params.id, version, change: body }),
  );

  operation(
    room,
    {
      operation: "session.note",
      method: "get",
      path: "/{id}/notes/{kind}",
      summary: "The note that both share, or your own private one",
      params: noteParams,
      answer: Note,
      versioned: true,
    },
    (ctx, { params }) => getNote(ctx, params),
  );

  operation(
    room,
    {
      operation: "session.write-note",
      method: "put",
      path: "/{id}/notes/{kind}",
      summary: "Write a note anew",
      params: noteParams,
      body: NoteChange,
      answer: Note,
      versioned: true,
    },
    (ctx, { params, body, version }) => writeNote(ctx, { ...params, version, text: body.text }),
  );

  operation(
    room,
    {
      operation: "action-item.list",
      method: "get",
      path: "/{id}/action-items",
      summary: "What was agreed in a session",
      params,
      answer: listOf(ActionItem),
    },
    async (ctx, { params }) => ({ items: await listActionItems(ctx, params) }),
  );

  operation(
    room,
    {
      operation: "action-item.add",
      method: "post",
      path: "/{id}/action-items",
      summary: "Write down what was agreed",
      params,
      body: ActionItemInput,
      answer: ActionItem,
      status: 201,
      errors: [409],
    },
    (ctx, { params, body }) => addActionItem(ctx, { id: params.id, item: body }),
  );

  operation(
    room,
    {
      operation: "action-item.change",
      method: "patch",
      path: "/{id}/action-items/{actionItemId}",
      summary: "Change an action item, or say that it is done",
      params: actionParams,
      body: ActionItemChange,
      answer: ActionItem,
      versioned: true,
      errors: [409],
    },
    (ctx, { params, body, version }) => changeActionItem(ctx, { ...params, version, change: body }),
  );
}
