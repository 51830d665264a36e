import { Hono } from "hono";
import { html } from "hono/html";
import type { Mailbox, SentMail } from "../ses/mailbox.ts";
import { consolePage } from "./layout.ts";
import { mailTable, moment, parsed } from "./mails.ts";

const PAGE = 50;
/** Raw mails that a program reads at once. */
const MAXIMUM_RAW_MAILS = 1_000;

/** Everything that SES was given, newest first; a mail stands in a frame that runs nothing. `mails` is for programs. */
export function inbox(mailbox: Mailbox): Hono {
  const app = new Hono();
  app.get("/", async (c) => {
    const total = mailbox.count();
    const pages = Math.max(1, Math.ceil(total / PAGE));
    const page = Math.min(Math.max(1, Number(c.req.query("page")) || 1), pages);
    const offset = Math.max(0, total - page * PAGE);
    const limit = Math.min(PAGE, total - (page - 1) * PAGE);
    const mails = limit > 0 ? mailbox.mails({ offset, limit }).reverse() : [];
    return c.html(
      consolePage(
        `Inbox: ${total} mails`,
        html`${await mailTable(mails)}
<p>Page ${page} of ${pages} ${page > 1 ? html`<a href="?page=${page - 1}">newer</a>` : ""} ${page < pages ? html`<a href="?page=${page + 1}">older</a>` : ""}</p>`,
      ),
    );
  });
  app.get("/mails", (c) => {
    const [offset, limit] = [Number(c.req.query("offset") ?? 0), Number(c.req.query("limit") ?? PAGE)];
    if (!(offset >= 0 && limit > 0 && limit <= MAXIMUM_RAW_MAILS))
      return c.text("Give offset and limit.", 422);
    return c.json(mailbox.mails({ offset, limit }));
  });
  app.get("/:id", async (c) => {
    const mail = mailbox.mail(c.req.param("id"));
    return mail ? c.html(await showMail(mail)) : c.notFound();
  });
  return app;
}

async function showMail(mail: SentMail) {
  const { subject = "", headers, text = "", html: body = "", attachments } = await parsed(mail);
  const calendar = attachments.find(({ mimeType }) => mimeType === "text/calendar");
  const framed = `<base target="_blank">${body}`;
  return consolePage(
    subject,
    html`<p>${moment(mail.sentAt)} UTC to ${mail.to}</p>
<iframe sandbox="allow-popups allow-popups-to-escape-sandbox allow-forms" srcdoc="${framed}" title="The mail"></iframe>
<h2>As text</h2><pre>${text}</pre>
${calendar ? html`<h2>Calendar</h2><pre>${Buffer.from(calendar.content as ArrayBuffer).toString()}</pre>` : ""}
<h2>Headers</h2><pre>${headers.map(({ originalKey, value }) => `${originalKey}: ${value}`).join("\n")}</pre>`,
  );
}
