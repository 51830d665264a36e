import type { Context } from "../context.ts";
import { any, equal, missing, update } from "../table.ts";
import { mailboxKey } from "./mailbox.ts";

/** Closes an address that bounced for good or whose owner complained; a complaint outweighs a bounce. */
export async function suppressMailbox(
  { table, clock }: Pick<Context, "table" | "clock">,
  { address, reason }: { address: string; reason: "bounce" | "complaint" },
): Promise<void> {
  await table.write(
    update(
      mailboxKey(address),
      { set: { suppressed: reason, suppressedAt: clock.now(), schemaVersion: 1 }, add: { version: 1 } },
      reason === "complaint"
        ? any(missing("suppressed"), equal("suppressed", "bounce"))
        : missing("suppressed"),
    ),
  );
}
