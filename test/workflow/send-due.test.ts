import { DUE_PREFIX, type DueMail, dueWorkOf } from "@viceversa/core/due/index.ts";
import { partitionOf } from "@viceversa/core/entity.ts";
import type { Delivery } from "@viceversa/core/mail.ts";
import { changeOrganisation } from "@viceversa/core/organisation/index.ts";
import { transitionParticipant } from "@viceversa/core/participant/index.ts";
import { mailboxKey } from "@viceversa/core/person/index.ts";
import { pauseProgramme } from "@viceversa/core/programme/index.ts";
import {
  cancelSession,
  moveSession,
  planSession,
  type Session,
  SessionInput,
  SessionMove,
  sessionRef,
} from "@viceversa/core/session/index.ts";
import { put } from "@viceversa/core/table.ts";
import { sendDue } from "@viceversa/core/workflow/send-due.ts";
import { sweep } from "@viceversa/core/workflow/sweep.ts";
import { synchronise } from "@viceversa/core/workflow/synchronise.ts";
import { beforeEach, describe, expect, it } from "vitest";
import { contextOn, type TestContext } from "#test/support/context.ts";
import { startEmbeddedTable } from "#test/support/embedded-table.ts";
import { anAcceptedPairing, anOpenProgramme, anOrganisation } from "#test/support/programme.ts";
import { carryOut } from "../../functions/worker/messages.ts";

let ctx: TestContext;
let session: Session;
/** The hour at which both reminders are due, in minutes from the tests' beginning. */
const UNTIL_DUE = 8 * 24 * 60 + 4 * 60 + 30;

beforeEach(async () => {
  const embedded = await startEmbeddedTable();
  ctx = contextOn(embedded.table);
  await anOrganisation(ctx);
  const pairing = await anAcceptedPairing(ctx, await anOpenProgramme(ctx));
  session = await planSession(
    ctx,
    SessionInput.parse({
      pairingId: pairing.id,
      localStart: "2026-12-03T14:30",
      zone: "Europe/Rome",
      minutes: 60,
      venue: { kind: "link", link: "https://meet.example.com/1" },
    }),
  );
  await synchronise(ctx, sessionRef(session.id));
  return () => embedded.stop();
});

const reminders = async (): Promise<DueMail[]> => {
  const sort = { beginsWith: DUE_PREFIX };
  const page = await ctx.table.query({ partition: partitionOf(sessionRef(session.id)), sort, limit: 50 });
  return page.items
    .map(dueWorkOf)
    .filter((due): due is DueMail => due.work === "mail" && due.kind === "session.reminder");
};
const states = async () => (await reminders()).map(({ state }) => state).sort();
const sendAll = async (on: TestContext = ctx) => {
  for (const due of await reminders()) await sendDue(on, due);
};
const readers = () => ctx.mailed.map(({ reader }) => reader.name).sort();
const delivering = (delivery: Delivery): TestContext => ({
  ...ctx,
  mailer: { deliver: async () => delivery },
});

describe("a reminder that is due", () => {
  it("is mailed once to each member, however many workers take it up and however often", async () => {
    ctx.passMinutes(UNTIL_DUE);
    await Promise.all([sendAll(), sendAll(), sendAll()]);
    await sendAll();
    expect(readers()).toEqual(["bruno.mentee", "zoe.mentor"]);
    expect(await states()).toEqual(["sent", "sent"]);
  });

  it("says when, where and with whom, in the language and the zone of its reader", async () => {
    ctx.passMinutes(UNTIL_DUE);
    await sendAll();
    expect(ctx.mailed.find(({ reader }) => reader.name === "zoe.mentor")).toMatchObject({
      kind: "session.reminder",
      reader: { email: "zoe.mentor@example.com", locale: "it", zone: "Europe/Rome" },
      start: "2026-12-03T13:30:00.000Z",
      venue: { kind: "link" },
      others: ["bruno.mentee"],
    });
  });

  it("is not mailed before its hour", async () => {
    ctx.passMinutes(UNTIL_DUE - 10);
    await sendAll();
    expect(ctx.mailed).toEqual([]);
    expect(await states()).toEqual(["planned", "planned"]);
  });

  it("expires when the session has begun before anybody could send it", async () => {
    ctx.passMinutes(UNTIL_DUE + 24 * 60);
    await sendAll();
    expect(ctx.mailed).toEqual([]);
    expect(await states()).toEqual(["expired", "expired"]);
  });
});

describe("nothing is mailed, though nobody has synchronised since,", () => {
  beforeEach(() => ctx.passMinutes(UNTIL_DUE));

  it("after a cancellation", async () => {
    await cancelSession(ctx, { id: session.id });
    await sendAll();
    expect(ctx.mailed).toEqual([]);
  });

  it("about the hour from which a session was moved", async () => {
    const to = SessionMove.parse({ localStart: "2026-12-09T10:00", zone: "Europe/Rome" });
    await moveSession(ctx, { id: session.id, version: 1, to });
    await sendAll();
    expect(ctx.mailed).toEqual([]);
  });

  it("to a pair of which one has withdrawn: the other has nobody to meet", async () => {
    const [first] = await reminders();
    const id = session.attendees.find(
      ({ participantId }) => participantId === first?.identity["participantId"],
    );
    if (!id) throw new Error("the reminder is about an attendee");
    await transitionParticipant(ctx, { id: id.participantId, to: "withdrawn" });
    await sendAll();
    expect(ctx.mailed).toEqual([]);
  });

  it.each([
    ["an address that bounces", { suppressed: "bounce" }],
    ["somebody who has stopped reminders", { reminders: "stopped" }],
  ])("to %s", async (_, mailbox) => {
    await ctx.table.write(put({ ...mailboxKey("Zoe.Mentor@example.com"), version: 1, ...mailbox }));
    await sendAll();
    expect(readers()).toEqual(["bruno.mentee"]);
  });

  it("when a cancellation commits between the last look and the claim", async () => {
    const { table } = ctx;
    let cancelled = false;
    const racing: TestContext = {
      ...ctx,
      table: {
        get: table.get.bind(table),
        getMany: table.getMany.bind(table),
        query: table.query.bind(table),
        write: table.write.bind(table),
        async transact(writes) {
          if (!cancelled) {
            cancelled = true;
            await cancelSession(ctx, { id: session.id });
          }
          return table.transact(writes);
        },
      },
    };
    await sendAll(racing);
    expect(ctx.mailed).toEqual([]);
    expect(await states()).toEqual(["superseded", "superseded"]);
  });
});

describe("a reminder that may not go yet", () => {
  beforeEach(() => ctx.passMinutes(UNTIL_DUE));

  it("waits in a pause and goes after it", async () => {
    await pauseProgramme(ctx, { id: session.programmeId, paused: true });
    await sendAll();
    expect(await states()).toEqual(["planned", "planned"]);
    await pauseProgramme(ctx, { id: session.programmeId, paused: false });
    await sendAll();
    expect(ctx.mailed).toHaveLength(2);
  });

  it("waits while the sending switch is off", async () => {
    await changeOrganisation(ctx, { version: 2, change: { sending: "off" } });
    await sendAll();
    expect(ctx.mailed).toEqual([]);
    expect(await states()).toEqual(["planned", "planned"]);
  });

  it("expires when the watermark of a restored stack has passed its hour", async () => {
    ctx.passMinutes(1);
    await changeOrganisation(ctx, { version: 2, change: { notBefore: ctx.clock.now() } });
    await sendAll();
    expect(ctx.mailed).toEqual([]);
    expect(await states()).toEqual(["expired", "expired"]);
  });
});

describe("what SES answers", () => {
  beforeEach(() => ctx.passMinutes(UNTIL_DUE));

  it("a throttle gives the claim back, and the next look sends", async () => {
    await sendAll(delivering({ outcome: "throttled" }));
    expect(await states()).toEqual(["planned", "planned"]);
    await sendAll();
    expect(ctx.mailed).toHaveLength(2);
  });

  it("a rate that is used up lets the messages come again, each time in a wider window", async () => {
    const used = contextOn(ctx.table, { clock: ctx.clock, mailRate: { take: async () => false } });
    await sendAll(used);
    for (const { body } of used.queued.slice()) await carryOut(used, body);
    expect(used.queued.map(({ body }) => body)).toMatchObject([
      { missed: 1 },
      { missed: 1 },
      { missed: 2 },
      { missed: 2 },
    ]);
    for (const { delaySeconds } of used.queued) expect(delaySeconds).toBeGreaterThan(0);
    expect(await states()).toEqual(["planned", "planned"]);
    for (const { body } of used.queued.slice(2)) await carryOut(ctx, body);
    expect(ctx.mailed).toHaveLength(2);
  });

  it("a refusal ends the message for good", async () => {
    await sendAll(delivering({ outcome: "rejected", reason: "MessageRejected" }));
    await sendAll();
    expect(ctx.mailed).toEqual([]);
    expect(await states()).toEqual(["rejected", "rejected"]);
  });

  it("silence keeps the claim until its fence; only then it is sent again", async () => {
    await sendAll(delivering({ outcome: "unknown", reason: "TimeoutError" }));
    ctx.passMinutes(29);
    await sendAll();
    expect(ctx.mailed).toEqual([]);
    ctx.passMinutes(2);
    await sendAll();
    expect(ctx.mailed).toHaveLength(2);
  });

  it("silence about a session that is cancelled before the fence has passed ends without a second mail", async () => {
    await sendAll(delivering({ outcome: "unknown", reason: "TimeoutError" }));
    await cancelSession(ctx, { id: session.id });
    ctx.passMinutes(31);
    await sendAll();
    expect(ctx.mailed).toEqual([]);
    expect(await states()).toEqual(["expired", "expired"]);
  });
});

describe("the sweep", () => {
  /** What the sweep takes up about this session. */
  const swept = async () => {
    const from = ctx.queued.length;
    await sweep(ctx);
    return ctx.queued
      .slice(from)
      .filter(({ body }) => JSON.stringify(body).includes(session.id))
      .map(({ body }) => (body as { message: string }).message);
  };

  it("finds nothing while everything is on its way", async () => {
    await drainMarks();
    expect(await swept()).toEqual([]);
  });

  it("takes up a mark whose message was lost", async () => {
    await drainMarks();
    await cancelSession(ctx, { id: session.id });
    ctx.passMinutes(5);
    expect(await swept()).toEqual(["synchronise"]);
  });

  it("takes up what is overdue and what was claimed and never settled, and nothing that is terminal", async () => {
    await drainMarks();
    ctx.passMinutes(UNTIL_DUE + 5);
    const [first] = await reminders();
    if (!first) throw new Error("there are reminders");
    await sendDue(delivering({ outcome: "unknown", reason: "TimeoutError" }), first);
    expect(await swept()).toEqual(["send"]);
    ctx.passMinutes(40);
    expect(await swept()).toEqual(["send", "send"]);
    await sendAll();
    expect(await swept()).toEqual([]);
  });

  /** Carries out all that the preparations asked for. */
  async function drainMarks() {
    for (let at = 0; at < ctx.queued.length; at += 1) await carryOut(ctx, ctx.queued[at]?.body);
  }
});
