import { idOf } from "@viceversa/core/ids.ts";
import {
  Agreement,
  apply,
  assessReadiness,
  Exclusions,
  getProfile,
  Participant,
  Profile,
  ProfileInput,
  shippedAgreements,
  signAgreement,
  writeExclusions,
  writeProfile,
} from "@viceversa/core/participant/index.ts";
import { z } from "zod";
import { listOf, Nothing, operation, type Room } from "../operation.ts";

const params = z.object({ id: idOf("participant") });

/** How a participant applies and prepares herself; her own app may do what the mailed pages do. */
export function addPreparation(room: Room): void {
  operation(
    room,
    {
      operation: "agreement.list",
      method: "get",
      path: "/agreements",
      summary: "The texts that participants sign, oldest first; the last is the present one",
      answer: listOf(Agreement),
    },
    async () => ({ items: shippedAgreements }),
  );

  operation(
    room,
    {
      operation: "participant.apply",
      method: "post",
      path: "/{id}/application",
      summary: "Apply to the programme that you were invited to",
      params,
      body: z.strictObject({ profile: ProfileInput, exclusions: Exclusions.default([]) }),
      answer: Participant,
      errors: [409],
    },
    (ctx, { params, body }) => apply(ctx, { ...params, ...body }),
  );

  operation(
    room,
    {
      operation: "profile.get",
      method: "get",
      path: "/{id}/profile",
      summary: "What a participant brings to her matching",
      params,
      answer: Profile,
      versioned: true,
    },
    (ctx, { params }) => getProfile(ctx, params.id),
  );

  operation(
    room,
    {
      operation: "profile.write",
      method: "put",
      path: "/{id}/profile",
      summary: "Write a profile anew",
      params,
      body: ProfileInput,
      answer: Profile,
      versioned: true,
    },
    (ctx, { params, body, version }) => writeProfile(ctx, { id: params.id, version, profile: body }),
  );

  operation(
    room,
    {
      operation: "exclusions.write",
      method: "put",
      path: "/{id}/exclusions",
      summary: "Say whom you do not want to be matched with; nobody in the programme reads why",
      params,
      body: z.strictObject({ exclusions: Exclusions }),
      answer: Nothing,
      status: 204,
    },
    (ctx, { params, body }) => writeExclusions(ctx, { ...params, ...body }),
  );

  operation(
    room,
    {
      operation: "agreement.sign",
      method: "post",
      path: "/{id}/agreement",
      summary: "Sign the present agreement, having read its briefing",
      params,
      body: z.strictObject({ version: z.number().int() }),
      answer: Participant,
      errors: [409],
    },
    (ctx, { params, body }) => signAgreement(ctx, { ...params, ...body }),
  );

  operation(
    room,
    {
      operation: "readiness.assess",
      method: "post",
      path: "/{id}/readiness",
      summary: "Assess how ready you are, by the items of the readiness instrument",
      params,
      body: z.strictObject({ answers: z.record(z.string().max(40), z.number().int()) }),
      answer: Participant,
      errors: [409],
    },
    (ctx, { params, body }) =>
      assessReadiness(ctx, {
        ...params,
        form: Object.fromEntries(Object.entries(body.answers).map(([key, answer]) => [key, String(answer)])),
      }),
  );
}
