import { Hono } from "hono";
import { html } from "hono/html";
import type { System } from "../system.ts";
import { consolePage } from "./layout.ts";

const steps = [
  ["1 hour", 1],
  ["1 day", 24],
  ["1 week", 168],
  ["4 weeks", 672],
] as const;
const MAXIMUM_HOURS = 24 * 366;

/** Shows the virtual clock and moves it on, through all that is due on the way. */
export function timeMachinePage({ cloud, timeMachine }: System): Hono {
  const app = new Hono();
  app.get("/", (c) =>
    c.html(
      consolePage(
        "Time machine",
        html`<p>The programme's clock shows <strong>${cloud.clock.now()}</strong>. ${cloud.mailbox.count()} mails were sent, ${cloud.schedules.names().length - 1} schedules wait.</p>
<form method="post">${steps.map(([label, hours]) => html`<button name="hours" value="${hours}">${label} on</button>`)}</form>`,
      ),
    ),
  );
  app.post("/", async (c) => {
    const hours = Number((await c.req.parseBody())["hours"]);
    if (!(hours > 0 && hours <= MAXIMUM_HOURS))
      return c.text(`Give hours between 0 and ${MAXIMUM_HOURS}.`, 422);
    await timeMachine.moveTo(cloud.clock.milliseconds() + hours * 3_600_000);
    return c.redirect("/time", 303);
  });
  return app;
}
