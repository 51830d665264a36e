import type { Context } from "@viceversa/core/context.ts";
import { entityTypes } from "@viceversa/core/entity.ts";
import { idOf } from "@viceversa/core/ids.ts";
import { expireInvitations } from "@viceversa/core/workflow/expire-invitations.ts";
import { invite } from "@viceversa/core/workflow/invite.ts";
import { markDependants } from "@viceversa/core/workflow/mark-dependants.ts";
import { runJob } from "@viceversa/core/workflow/run-job.ts";
import { sendDue } from "@viceversa/core/workflow/send-due.ts";
import { sweep } from "@viceversa/core/workflow/sweep.ts";
import { synchronise } from "@viceversa/core/workflow/synchronise.ts";
import { z } from "zod";
import { reportOverdue } from "./metrics.ts";

const Entity = z.object({ type: z.enum(entityTypes), id: z.string().max(100) });

const After = z.record(z.string(), z.string()).optional();

/** Every message that the queues carry. */
const Message = z.discriminatedUnion("message", [
  z.object({ message: z.literal("synchronise"), entities: z.array(Entity).max(100) }),
  z.object({
    message: z.literal("send"),
    entity: Entity,
    id: idOf("due"),
    missed: z.number().int().positive().optional(),
  }),
  z.object({ message: z.literal("sweep") }),
  z.object({ message: z.literal("run-job"), jobId: idOf("job") }),
  z.object({ message: z.literal("invite"), waveId: idOf("wave"), after: After }),
  z.object({ message: z.literal("expire-invitations"), waveId: idOf("wave"), after: After }),
  z.object({
    message: z.literal("mark-dependants"),
    of: Entity,
    list: z.number().int().optional(),
    after: After,
  }),
]);
type Message = z.infer<typeof Message>;
type Workflows = {
  [M in Message["message"]]: (ctx: Context, message: Extract<Message, { message: M }>) => Promise<unknown>;
};

/** Which workflow takes which message. */
const workflows: Workflows = {
  async synchronise(ctx, { entities }) {
    for (const entity of entities) await synchronise(ctx, entity);
  },
  send: sendDue,
  sweep: async (ctx) => reportOverdue(ctx, await sweep(ctx)),
  "run-job": runJob,
  invite: (ctx, { waveId, after }) => invite(ctx, { waveId, ...(after && { after }) }),
  "expire-invitations": (ctx, { waveId, after }) =>
    expireInvitations(ctx, { waveId, ...(after && { after }) }),
  "mark-dependants": (ctx, { of, list, after }) =>
    markDependants(ctx, { of, ...(list !== undefined && { list }), ...(after && { after }) }),
};

/**
 * Carries out one message. It may come twice: every workflow is idempotent.
 *
 * @throws ZodError  it is no message of ours; it ends in the dead-letter queue
 */
export async function carryOut(ctx: Context, body: unknown): Promise<void> {
  const message = Message.parse(body);
  const workflow = workflows[message.message] as (ctx: Context, message: Message) => Promise<unknown>;
  await workflow(ctx, message);
}
