import type { Api, CallOptions } from "./api.ts";

/** Stands in every text that is hers or that she writes, and nowhere else but in why somebody avoids her. */
export const MARK = "quetzal";

export async function must(answer: Promise<{ status: number; body?: unknown }>) {
  const { status, body } = await answer;
  if (status >= 400) throw new Error(`answered ${status}: ${JSON.stringify(body)}`);
  // biome-ignore lint/suspicious/noExplicitAny: tests read whatever came
  return body as any;
}

/** By whom a story is told: requests of a client that can repeat each of them, and the mailed links. */
export type Teller = ReturnType<typeof tellerOf>;

export function tellerOf(api: Api, address: string) {
  let requests = 0;
  const links = async (to = address) =>
    (await api.mails(to)).flatMap((mail) =>
      mail.links.filter((link) => link.includes("/p/")).map((link) => new URL(link).pathname),
    );
  return {
    api,
    links,
    get: (path: string) => must(api.call("GET", path)),
    put: (path: string, body: object, options: CallOptions = {}) =>
      must(api.call("PUT", path, { body, ...options })),
    post: (path: string, body: object, as?: string) => {
      requests += 1;
      const headers = { "idempotency-key": `story-${requests}` };
      return must(api.call("POST", path, { body, headers, ...(as && { as }) }));
    },
    submit: (path: string, form: Record<string, string>) =>
      must(Promise.resolve(api.raw(path, { method: "POST", body: new URLSearchParams(form) }))),
    linkTo: async (purpose: string, about = "") =>
      (await links()).findLast((link) => link.includes(`/p/${purpose}/`) && link.includes(about)) ?? "",
  };
}
