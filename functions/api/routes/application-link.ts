import { idOf } from "@viceversa/core/ids.ts";
import {
  closeApplicationLink,
  getApplicationLink,
  openApplicationLink,
} from "@viceversa/core/programme/index.ts";
import { linkTo } from "@viceversa/views/mail/links.ts";
import { z } from "zod";
import { Nothing, operation, type Room } from "../operation.ts";

const params = z.object({ id: idOf("programme") });
const path = "/{id}/application-link";

const ApplicationLinkAddress = z
  .object({ path: z.string().describe("Of the page, below the address of this API") })
  .meta({ id: "ApplicationLink" });
const addressOf = (token: string) => ({ path: linkTo("", "join", token) });

/** The link by which whoever is in the directory can ask to take part in a programme. */
export function addApplicationLink(room: Room): void {
  operation(
    room,
    {
      operation: "programme.get-application-link",
      method: "get",
      path,
      summary: "The link by which whoever is in the directory can ask to take part",
      params,
      answer: ApplicationLinkAddress,
    },
    async (ctx, { params }) => addressOf(await getApplicationLink(ctx, params.id)),
  );

  operation(
    room,
    {
      operation: "programme.open-application-link",
      method: "post",
      path,
      summary: "Open a programme to applications by a link, or replace its link by a new one",
      params,
      answer: ApplicationLinkAddress,
      status: 201,
      errors: [409],
    },
    async (ctx, { params }) => addressOf(await openApplicationLink(ctx, params.id)),
  );

  operation(
    room,
    {
      operation: "programme.close-application-link",
      method: "delete",
      path,
      summary: "Close a programme's application link",
      params,
      answer: Nothing,
      status: 204,
      errors: [409],
    },
    (ctx, { params }) => closeApplicationLink(ctx, params.id),
  );
}
