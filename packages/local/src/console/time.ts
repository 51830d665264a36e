import { Zone } from "@viceversa/core/time.ts";
import { fullDate } from "@viceversa/views/dates.ts";
import { Hono } from "hono";
import { html } from "hono/html";
import type { System } from "../system.ts";
import { consolePage } from "./layout.ts";
import { mailTable } from "./mails.ts";

const steps = [
  ["1 hour", 1],
  ["1 day", 24],
  ["1 week", 168],
  ["4 weeks", 672],
] as const;
const UTC = { locale: "en", zone: Zone.parse("UTC") } as const;
/** What has just been mailed is what one moves the clock for. */
const NEWEST_MAILS = 10;
const MAXIMUM_HOURS = 24 * 366;

/**
 * Shows the virtual clock and moves it on, through all that is due on the way: some hours further, or until an
 * instant in milliseconds since 1970. `state` tells programs what the page tells people.
 */
export function timeMachinePage({ cloud, timeMachine }: System): Hono {
  const app = new Hono();
  app.get("/", async (c) => {
    const sent = cloud.mailbox.count();
    const offset = Math.max(0, sent - NEWEST_MAILS);
    const newest = cloud.mailbox.mails({ offset, limit: NEWEST_MAILS }).reverse();
    return c.html(
      consolePage(
        "Time machine",
        html`<p>The programme's clock shows <strong>${fullDate(UTC, cloud.clock.now())}</strong>. <a href="/inbox">${sent} mails</a> were sent, ${cloud.schedules.names().length - 1} schedules wait.</p>
<form method="post">${steps.map(([label, hours]) => html`<button name="hours" value="${hours}">${label} on</button>`)}</form>
<h2>Newest mails</h2>${await mailTable(newest)}`,
      ),
    );
  });
  app.get("/state", (c) => c.json({ now: cloud.clock.milliseconds(), schedules: cloud.schedules.names() }));
  app.post("/", async (c) => {
    const { hours, until } = await c.req.parseBody();
    const now = cloud.clock.milliseconds();
    const target = until === undefined ? now + Number(hours) * 3_600_000 : Number(until);
    if (!(target > 0 && target - now <= MAXIMUM_HOURS * 3_600_000))
      return c.text(`Give hours, or an instant until which to move; at most ${MAXIMUM_HOURS} hours on.`, 422);
    await timeMachine.moveTo(target);
    return c.redirect("/time", 303);
  });
  return app;
}
