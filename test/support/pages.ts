import type { Purpose } from "@viceversa/core/capability/index.ts";
import type { MailKind } from "@viceversa/local/demo/readers.ts";
import type { Api } from "./api.ts";

/** The path of the newest link of a purpose that was mailed to somebody, once all that is due has gone. */
export async function linkTo(api: Api, to: string, purpose: Purpose): Promise<string> {
  await api.pass({ minutes: 2 });
  const links = (await api.mails(to)).flatMap((mail) => mail.links);
  const link = links.findLast((one) => one.includes(`/p/${purpose}/`));
  if (!link) throw new Error(`no link to ${purpose} was mailed to ${to}`);
  return new URL(link).pathname;
}

/** The path of a link in the first mail of a kind to somebody. */
export async function mailedPath(api: Api, to: string, kind: MailKind, link: RegExp): Promise<string> {
  const mail = (await api.mails(to)).find((one) => one.kind === kind);
  return new URL(mail?.links.find((one) => link.test(one)) ?? "").pathname;
}

/** Posts a form as it stands, also with a field given twice. */
export const postForm = (
  api: Api,
  path: string,
  form: Record<string, string> | [string, string][],
): Promise<Response> => api.raw(path, { method: "POST", body: new URLSearchParams(form) });

/** What an answer says, in one line. */
export const textOf = async (response: Response): Promise<string> =>
  (await response.text()).replaceAll(/\s+/g, " ");

/** A page as a reader gets it. */
export interface ReadPage {
  readonly status: number;
  readonly location: string | null;
  readonly html: string;
  /** What is on it, without tags and in one line. */
  readonly text: string;
}

async function read(response: Response): Promise<ReadPage> {
  const html = await response.text();
  const shown = html.replace(/<style>[\s\S]*?<\/style>/, "").replaceAll(/<[^>]+>/g, " ");
  return {
    status: response.status,
    location: response.headers.get("location"),
    html,
    text: shown.replaceAll(/\s+/g, " "),
  };
}

export const open = async (api: Api, path: string, method = "GET"): Promise<ReadPage> =>
  read(await api.raw(path, { method }));

/** Posts a form, and does not follow where that leads. */
export const send = async (
  api: Api,
  path: string,
  form: Readonly<Record<string, string>>,
): Promise<ReadPage> => read(await api.raw(path, { method: "POST", body: new URLSearchParams(form) }));

/** Posts a form and follows where that leads, as a browser does. */
export async function sendAndFollow(
  api: Api,
  path: string,
  form: Readonly<Record<string, string>>,
): Promise<ReadPage> {
  const answer = await send(api, path, form);
  return answer.location ? open(api, answer.location) : answer;
}

/** Where a page leads beside itself. */
export function linkBeside(path: string, { html }: ReadPage, purpose: Purpose): string {
  const href = new RegExp(`href="(\\.\\./${purpose}/[^"]+)"`).exec(html)?.[1];
  if (!href) throw new Error(`the page has no link to ${purpose}`);
  return new URL(href, `https://pages.example.com${path}`).pathname;
}

const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];

/** The forms of a page as a machine would send them that touches nothing. */
export function formsIn({ html }: ReadPage): Record<string, string>[] {
  return [...html.matchAll(/<form[^>]*>([\s\S]*?)<\/form>/g)].map(([, content = ""]) => {
    const form: Record<string, string> = {};
    for (const [tag] of content.matchAll(/<input[^>]*>/g)) {
      const needsTick = /type="(radio|checkbox)"/.test(tag);
      if (needsTick && !/ checked/.test(tag)) continue;
      form[attribute(tag, "name") ?? ""] = attribute(tag, "value") ?? "on";
    }
    for (const [, name = "", options = ""] of content.matchAll(
      /<select name="([^"]*)"[^>]*>([\s\S]*?)<\/select>/g,
    )) {
      const all = [...options.matchAll(/<option[^>]*>/g)].map(([option]) => option);
      form[name] = attribute(all.find((one) => one.includes(" selected")) ?? all[0] ?? "", "value") ?? "";
    }
    for (const [tag] of content.matchAll(/<textarea[^>]*>/g)) form[attribute(tag, "name") ?? ""] = "";
    return form;
  });
}
