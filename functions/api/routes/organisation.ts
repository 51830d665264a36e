import {
  changeOrganisation,
  getOrganisation,
  Organisation,
  OrganisationChange,
  OrganisationSetup,
  setUpOrganisation,
} from "@viceversa/core/organisation/index.ts";
import { createRoom, operation } from "../operation.ts";

export const room = createRoom();

operation(
  room,
  {
    operation: "organisation.get",
    method: "get",
    path: "",
    summary: "The organisation of this stack",
    answer: Organisation,
    versioned: true,
    errors: [404],
  },
  (ctx) => getOrganisation(ctx),
);

operation(
  room,
  {
    operation: "organisation.set-up",
    method: "post",
    path: "",
    summary: "Set up a new stack, with sending off",
    body: OrganisationSetup,
    answer: Organisation,
    status: 201,
    errors: [409],
  },
  (ctx, { body }) => setUpOrganisation(ctx, body),
);

operation(
  room,
  {
    operation: "organisation.change",
    method: "patch",
    path: "",
    summary: "Change the organisation, its sending switch included",
    body: OrganisationChange,
    answer: Organisation,
    versioned: true,
  },
  (ctx, { body, version }) => changeOrganisation(ctx, { version, change: body }),
);
