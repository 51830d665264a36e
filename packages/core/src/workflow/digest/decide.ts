import type { Context } from "../../context.ts";
import { type DueMail, joinWrite } from "../../due/index.ts";
import type { Id } from "../../ids.ts";
import { invariant } from "../../invariant.ts";
import type { Digest, Mail } from "../../mail.ts";
import { nextOpening } from "../../organisation/index.ts";
import { readDeliveryPreferences } from "../../person/index.ts";
import { keyOf, type Write } from "../../table.ts";
import { epochOf } from "../../time.ts";
import { readership } from "../reader.ts";
import type { Decide, Recipient, Verdict } from "../verdict.ts";
import { freeSlot, quietTimesOf, slotsOf, takeSlot } from "./place.ts";
import { waitingFor } from "./waiting.ts";

/** A longer letter nobody reads. */
const MAXIMUM_MAILS = 6;
/** A transaction holds a hundred writes; two are the digest's own claim and its place in the day. */
const MAXIMUM_WRITES = 98;

type Sent = Extract<Verdict, { verdict: "send" }>;

interface Member {
  readonly due: DueMail;
  readonly verdict: Sent;
}

/**
 * Decides about a digest: each mail that waits for it is read again, and what is still wanted is joined. Its claim
 * holds only while all that was read for each of them stands, and marks them as joined in the same transaction. What
 * is not wanted any more, and what may not go now, stays behind and looks for itself.
 */
export const digestBy =
  (decideMember: Decide): Decide =>
  async (ctx, due) => {
    const members = await membersOf(ctx, due, decideMember);
    const [first] = members;
    if (!first) return { verdict: "unwanted" };
    const { recipient } = first.verdict;
    const quiet = await stillQuiet(ctx, recipient);
    if (quiet) return quiet;
    return {
      verdict: "send",
      mail:
        members.length === 1
          ? first.verdict.mail
          : {
              kind: "digest",
              ...readership(recipient.organisation, recipient.person),
              programme: first.verdict.mail.programme,
              mails: members.map(({ verdict }) => joinable(verdict.mail)),
            },
      unchanged: [...writesOf(members, due.id), ...(await placeOf(ctx, due, recipient))],
      recipient,
    };
  };

/**
 * What waits for a digest and is wanted, in the order in which it was due, as far as one transaction holds what was read
 * for it: a nudge alone has read some twenty sessions. The others look for themselves afterwards.
 */
async function membersOf(ctx: Context, digest: DueMail, decideMember: Decide): Promise<readonly Member[]> {
  const open = (await waitingFor(ctx, digest)).filter(
    (due) => isOpen(due, digest.id) && due.expiresAt > ctx.clock.now(),
  );
  let members: readonly Member[] = [];
  for (const due of open) {
    if (members.length === MAXIMUM_MAILS) break;
    const verdict = await decideMember(ctx, due);
    const joined = verdict.verdict === "send" ? [...members, { due, verdict }] : members;
    if (writesOf(joined, digest.id).length <= MAXIMUM_WRITES) members = joined;
  }
  return members;
}

/** What must hold for the members of a digest, and what joins them to it. */
const writesOf = (members: readonly Member[], digest: Id<"due">): Write[] => [
  ...onceEach(members.flatMap(({ verdict }) => verdict.unchanged)),
  ...members.map(({ due }) => joinWrite(due, digest)),
];

function joinable(mail: Mail): Exclude<Mail, Digest> {
  invariant(mail.kind !== "digest", "a digest joins no digest");
  return mail;
}

/** It waits, or was joined to this digest before, whose sending has failed. */
const isOpen = ({ state, deliveredBy }: DueMail, digest: Id<"due">): boolean =>
  state === "planned" || (state === "joined" && deliveredBy === digest);

/** A digest that was kept up into the next quiet waits for its end. */
async function stillQuiet(ctx: Context, recipient: Recipient): Promise<Verdict | undefined> {
  const now = ctx.clock.now();
  const preferences = await readDeliveryPreferences(ctx, recipient.person.id);
  const opening = nextOpening(now, quietTimesOf(recipient, preferences));
  if (opening <= now) return undefined;
  return { verdict: "hold", minutes: Math.ceil((epochOf(opening) - epochOf(now)) / 60_000) };
}

/** A digest takes one of the day's places, if there is one: it goes in any case. */
async function placeOf(ctx: Context, due: DueMail, recipient: Recipient): Promise<Write[]> {
  const now = ctx.clock.now();
  const slots = slotsOf(recipient, now);
  const free = freeSlot(slots, await ctx.table.getMany(slots), due.id);
  return free ? [takeSlot(free, due.id, now)] : [];
}

/**
 * No two writes of a transaction may be on one item. Two mails that have read different versions of one could not
 * both hold; the second look reads them anew.
 */
function onceEach(writes: readonly Write[]): Write[] {
  const byKey = new Map<string, Write>();
  for (const write of writes) {
    const { pk, sk } = keyOf(write);
    if (!byKey.has(`${pk}\n${sk}`)) byKey.set(`${pk}\n${sk}`, write);
  }
  return [...byKey.values()];
}
