import { idOf } from "@viceversa/core/ids.ts";
import {
  acceptPairing,
  changePairing,
  declinePairing,
  endPairing,
  getPairing,
  listPairings,
  Pairing,
  PairingChange,
  PairingInput,
  PairingsRequest,
  readUnwindings,
  removeMember,
  shownTo,
  Unwinding,
  UnwindingReason,
  unwindPairing,
} from "@viceversa/core/pairing/index.ts";
import { joinByHand, pairByHand } from "@viceversa/core/workflow/pair-by-hand.ts";
import { z } from "zod";
import { createRoom, listOf, operation } from "../operation.ts";

export const room = createRoom();
const params = z.object({ id: idOf("pairing") });

operation(
  room,
  {
    operation: "pairing.list",
    method: "get",
    path: "",
    summary: "The pairings of a programme",
    query: PairingsRequest,
    answer: listOf(Pairing),
  },
  (ctx, { query }) => listPairings(ctx, query),
);

operation(
  room,
  {
    operation: "pairing.create",
    method: "post",
    path: "",
    summary: "Propose a pairing with its plan",
    body: PairingInput,
    answer: Pairing,
    status: 201,
    errors: [404, 409],
  },
  (ctx, { body }) => pairByHand(ctx, body),
);

operation(
  room,
  {
    operation: "pairing.get",
    method: "get",
    path: "/{id}",
    summary: "A pairing",
    params,
    answer: Pairing,
    versioned: true,
  },
  async (ctx, { params }) => shownTo(ctx, await getPairing(ctx, params.id)),
);

operation(
  room,
  {
    operation: "pairing.change",
    method: "put",
    path: "/{id}/plan",
    summary: "Change when and where a pairing meets; its sessions to come are planned anew",
    params,
    body: PairingChange,
    answer: Pairing,
    versioned: true,
    errors: [409],
  },
  (ctx, { params, body, version }) => changePairing(ctx, { id: params.id, version, change: body }),
);

operation(
  room,
  {
    operation: "pairing.accept",
    method: "post",
    path: "/{id}/acceptances",
    summary:
      "A member says yes; once those who suffice to meet have said it the pairing is accepted and its sessions are planned",
    params,
    body: z.strictObject({ participantId: idOf("participant") }),
    answer: Pairing,
    errors: [409],
  },
  async (ctx, { params, body }) =>
    shownTo(ctx, await acceptPairing(ctx, { id: params.id, participantId: body.participantId })),
);

operation(
  room,
  {
    operation: "pairing.decline",
    method: "post",
    path: "/{id}/refusals",
    summary:
      "A member says no: a group goes on without her, any other pairing is declined; nobody is told who it was",
    params,
    body: z.strictObject({ participantId: idOf("participant") }),
    answer: Pairing,
    errors: [409],
  },
  async (ctx, { params, body }) =>
    shownTo(ctx, await declinePairing(ctx, { id: params.id, participantId: body.participantId })),
);

operation(
  room,
  {
    operation: "pairing.add-member",
    method: "post",
    path: "/{id}/members",
    summary: "Propose to a participant to join a group; she comes to its sessions once she says yes",
    params,
    body: z.strictObject({ participantId: idOf("participant") }),
    answer: Pairing,
    status: 201,
    errors: [409],
  },
  (ctx, { params, body }) => joinByHand(ctx, { id: params.id, participantId: body.participantId }),
);

operation(
  room,
  {
    operation: "pairing.remove-member",
    method: "delete",
    path: "/{id}/members/{participantId}",
    summary: "Take a member out of a group, which goes on without her",
    params: params.extend({ participantId: idOf("participant") }),
    answer: Pairing,
    errors: [409],
  },
  (ctx, { params }) => removeMember(ctx, params),
);

operation(
  room,
  {
    operation: "pairing.end",
    method: "post",
    path: "/{id}/ending",
    summary: "End a pairing; its sessions to come are cancelled",
    params,
    body: z.strictObject({ ending: Pairing.shape.ending.unwrap() }),
    answer: Pairing,
    errors: [409],
  },
  (ctx, { params, body }) => endPairing(ctx, { id: params.id, ending: body.ending }),
);

operation(
  room,
  {
    operation: "pairing.unwind",
    method: "post",
    path: "/{id}/unwinding",
    summary:
      "A member asks to meet somebody else: it ends, or a group goes on without her; nobody is told who has asked",
    params,
    body: z.strictObject({
      participantId: idOf("participant"),
      reason: UnwindingReason.optional().describe("None is needed; read by whoever runs the programme alone"),
    }),
    answer: Pairing,
    errors: [409],
  },
  async (ctx, { params, body }) => shownTo(ctx, await unwindPairing(ctx, { id: params.id, ...body })),
);

operation(
  room,
  {
    operation: "pairing.list-unwindings",
    method: "get",
    path: "/{id}/unwinding-reasons",
    summary:
      "Why its members have asked to meet somebody else, as far as they have said so; not whose reason it is",
    params,
    answer: listOf(Unwinding),
  },
  async (ctx, { params }) => ({ items: await readUnwindings(ctx, params.id) }),
);
