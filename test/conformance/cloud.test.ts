import { queueShape } from "@viceversa/core/resources.ts";
import { Instant } from "@viceversa/core/time.ts";
import type { DueSchedule } from "@viceversa/local/scheduler/schedules.ts";
import PostalMime from "postal-mime";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type EmbeddedCloud, startEmbeddedCloud } from "#test/support/embedded-cloud.ts";
import { sampleMails } from "#test/support/mails.ts";

let cloud: EmbeddedCloud;
beforeEach(async () => {
  cloud = await startEmbeddedCloud();
});
afterEach(() => cloud.stop());

const later = (seconds: number) => cloud.clock.moveTo(cloud.clock.milliseconds() + seconds * 1_000);
const at = (text: string) => Instant.parse(text);

describe("a queued message", () => {
  it("is hidden while somebody works on it and comes again when she does not finish", async () => {
    await cloud.queue.send("due", { message: "sweep" });
    const [first] = await cloud.receive("due");
    expect(JSON.parse(first?.Body ?? "")).toEqual({ message: "sweep" });
    expect(await cloud.receive("due")).toEqual([]);
    later(queueShape.due.visibilitySeconds);
    const [again] = await cloud.receive("due");
    expect(again?.MessageId).toBe(first?.MessageId);
    await cloud.acknowledge("due", again?.ReceiptHandle);
    later(queueShape.due.visibilitySeconds);
    expect(await cloud.receive("due")).toEqual([]);
  });

  it("comes after its delay and not before", async () => {
    await cloud.queue.send("due", {}, { delaySeconds: 60 });
    later(59);
    expect(await cloud.receive("due")).toEqual([]);
    later(1);
    expect(await cloud.receive("due")).toHaveLength(1);
  });

  it("that nobody can finish waits among the dead letters until it is redriven", async () => {
    await cloud.queue.send("bulk", { job: 1 });
    for (let delivery = 0; delivery < queueShape.bulk.deliveries; delivery += 1) {
      expect(await cloud.receive("bulk")).toHaveLength(1);
      later(queueShape.bulk.visibilitySeconds);
    }
    expect(await cloud.receive("bulk")).toEqual([]);
    expect(cloud.queues.count("bulk-dead-letters")).toBe(1);
    await cloud.redrive("bulk-dead-letters");
    expect(await cloud.receive("bulk")).toHaveLength(1);
  });
});

describe("a schedule", () => {
  const fired = () => {
    const due: DueSchedule[] = [];
    cloud.schedules.fireDue((one) => void due.push(one));
    return due;
  };
  const body = { message: "send" };

  it("fires once at its minute, with what it carries, and is gone", async () => {
    await cloud.scheduler.put({ name: "reminder", at: at("2026-11-24T10:00:00Z"), body });
    later(3_599);
    expect(fired()).toEqual([]);
    later(1);
    expect(fired()).toMatchObject([{ name: "reminder", input: JSON.stringify(body) }]);
    expect(cloud.schedules.names()).toEqual([]);
  });

  it("is moved by putting it again, and keeps its dead-letter queue and retries", async () => {
    await cloud.scheduler.put({ name: "reminder", at: at("2026-11-24T10:00:00Z"), body });
    await cloud.scheduler.put({ name: "reminder", at: at("2026-11-24T11:00:00Z"), body });
    expect(cloud.schedules.get("reminder")).toMatchObject({
      ScheduleExpression: "at(2026-11-24T11:00:00)",
      ActionAfterCompletion: "DELETE",
      Target: { DeadLetterConfig: {}, RetryPolicy: { MaximumRetryAttempts: 185 } },
    });
  });

  it("can be removed twice", async () => {
    await cloud.scheduler.put({ name: "reminder", at: at("2026-11-24T10:00:00Z"), body });
    await cloud.scheduler.remove("reminder");
    await cloud.scheduler.remove("reminder");
    expect(cloud.schedules.names()).toEqual([]);
  });
});

describe("a mail", () => {
  const arrived = async () => {
    const [sent] = cloud.mailbox.mails();
    return PostalMime.parse(Buffer.from(sent?.raw ?? "", "latin1"));
  };
  const readBy = (reader: object) => ({
    ...sampleMails.reminder,
    reader: { ...sampleMails.reminder.reader, ...reader },
  });

  it("arrives with both bodies, from the organisation, to be answered to a human", async () => {
    expect(await cloud.mailer.deliver(sampleMails.reminder, { due: "due_1" })).toMatchObject({
      outcome: "sent",
    });
    const mail = await arrived();
    expect(mail).toMatchObject({
      from: { name: "Adventure Works", address: "programme@example.com" },
      replyTo: [{ address: "carla.conti@example.com" }],
      subject: "Promemoria: incontro con Bruno, giovedì 3 dicembre, ore 14:30",
    });
    expect(mail.text).toContain("https://meet.example.com/1");
    expect(mail.html).toContain("https://meet.example.com/1");
  });

  it("unsubscribes with one click, however long the link is", async () => {
    await cloud.mailer.deliver(sampleMails.reminder, {});
    const { headers } = await arrived();
    const header = (key: string) => headers.find((found) => found.key === key)?.value;
    expect(header("list-unsubscribe")).toBe(
      `<https://pages.example.com/p/unsubscribe/${sampleMails.reminder.unsubscribe}>`,
    );
    expect(header("list-unsubscribe-post")).toBe("List-Unsubscribe=One-Click");
  });

  it("carries the session for the calendar", async () => {
    await cloud.mailer.deliver(sampleMails.invitation, {});
    const { attachments } = await arrived();
    expect(attachments).toEqual([
      expect.objectContaining({ mimeType: "text/calendar", method: "REQUEST", filename: null }),
    ]);
    expect(cloud.mailbox.mails()[0]?.raw.match(/^Content-Type: .+/gm)).toEqual([
      expect.stringContaining("multipart/alternative"),
      expect.stringContaining("text/plain"),
      expect.stringContaining("text/html"),
      "Content-Type: text/calendar; charset=utf-8; method=REQUEST",
    ]);
  });

  it("has the date of the clock that everything else goes by", async () => {
    await cloud.mailer.deliver(sampleMails.reminder, {});
    expect((await arrived()).date).toBe("2026-11-24T09:00:00.000Z");
  });

  it("lets no line break in a name become a header", async () => {
    await cloud.mailer.deliver(readBy({ name: "Anna\r\nBcc: everybody@example.com" }), {});
    const mail = await arrived();
    expect(mail.bcc).toBeUndefined();
    expect(mail.to).toHaveLength(1);
  });

  it.each([
    ["anna@example.com", ["Send", "Delivery"]],
    ["bounce-1@example.com", ["Send", "Bounce"]],
    ["complaint-1@example.com", ["Send", "Complaint"]],
  ])("to %s tells its fate by events that carry the correlation", async (email, fate) => {
    await cloud.mailer.deliver(readBy({ email }), { due: "due_1" });
    expect(cloud.events.map(({ eventType }) => eventType)).toEqual(fate);
    expect(cloud.events[0]?.mail.tags).toEqual({ due: ["due_1"] });
  });

  it("that SES refuses is known to be rejected, and nothing was sent", async () => {
    const outcome = await cloud.mailer.deliver(readBy({ email: "reject@example.com" }), {});
    expect(outcome).toEqual({ outcome: "rejected", reason: "MessageRejected" });
    expect(cloud.mailbox.count()).toBe(0);
  });
});
