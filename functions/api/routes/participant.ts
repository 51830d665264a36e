import { idOf } from "@viceversa/core/ids.ts";
import { Job } from "@viceversa/core/job/index.ts";
import {
  addParticipant,
  changeParticipant,
  getParticipant,
  listParticipants,
  Participant,
  ParticipantChange,
  ParticipantInput,
  ParticipantMove,
  ParticipantsRequest,
  transitionParticipant,
} from "@viceversa/core/participant/index.ts";
import {
  InvitationPreview,
  InvitationRound,
  invitePeople,
  previewInvitations,
} from "@viceversa/core/workflow/invite-people/index.ts";
import { z } from "zod";
import { createRoom, listOf, operation } from "../operation.ts";
import { addPreparation } from "./participant-preparation.ts";

export const room = createRoom();
const params = z.object({ id: idOf("participant") });

addPreparation(room);

operation(
  room,
  {
    operation: "participant.list",
    method: "get",
    path: "",
    summary: "The participants of a programme",
    query: ParticipantsRequest,
    answer: listOf(Participant),
  },
  (ctx, { query }) => listParticipants(ctx, query),
);

operation(
  room,
  {
    operation: "participant.add",
    method: "post",
    path: "",
    summary: "Invite a person into a programme",
    body: ParticipantInput,
    answer: Participant,
    status: 201,
    errors: [404, 409],
  },
  (ctx, { body }) => addParticipant(ctx, body),
);

operation(
  room,
  {
    operation: "participant.preview-invitations",
    method: "post",
    path: "/invitations/preview",
    summary: "Whom a round of invitations would reach; invites nobody",
    body: InvitationRound,
    answer: InvitationPreview,
    errors: [404, 409],
    repeatable: false,
  },
  (ctx, { body }) => previewInvitations(ctx, body),
);

operation(
  room,
  {
    operation: "participant.invite",
    method: "post",
    path: "/invitations",
    summary: "Invite everybody who fits now and is not in the programme yet, as a job",
    body: InvitationRound,
    answer: Job,
    status: 202,
    errors: [404, 409],
  },
  (ctx, { body }) => invitePeople(ctx, body),
);

operation(
  room,
  {
    operation: "participant.get",
    method: "get",
    path: "/{id}",
    summary: "A participant",
    params,
    answer: Participant,
    versioned: true,
  },
  (ctx, { params }) => getParticipant(ctx, params.id),
);

operation(
  room,
  {
    operation: "participant.change",
    method: "put",
    path: "/{id}/capacity",
    summary: "Change how many pairings a participant takes",
    params,
    body: ParticipantChange,
    answer: Participant,
    versioned: true,
    errors: [409],
  },
  (ctx, { params, body, version }) => changeParticipant(ctx, { id: params.id, version, change: body }),
);

operation(
  room,
  {
    operation: "participant.transition",
    method: "post",
    path: "/{id}/state",
    summary: "Take a participant to another state; `resumed` goes back to where she was paused",
    params,
    body: ParticipantMove,
    answer: Participant,
    errors: [409],
  },
  (ctx, { params, body }) => transitionParticipant(ctx, { id: params.id, ...body }),
);
