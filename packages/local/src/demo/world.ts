import type { SentMail } from "../ses/mailbox.ts";

/** How requests go out; a proof puts one here that outlives the system's death. */
export type Send = (url: string, init?: RequestInit) => Promise<Response>;

/** Where a running system is, and how it is reached. */
export interface Reach {
  readonly url: string;
  /** An administrator's token; a system that was started again has another. */
  readonly token: () => string;
  readonly send: Send;
}

/** What the console shows of a running system: its clock, its schedules and its inbox. */
export class World {
  readonly #reach: Reach;

  constructor(reach: Reach) {
    this.#reach = reach;
  }

  /** Milliseconds on the virtual clock, and the names of the schedules that wait. */
  async state(): Promise<{ now: number; schedules: string[] }> {
    return this.#json("/time/state");
  }

  /** Moves time on to an instant, through all that is due on the way; one that is past only drains the queues. */
  async moveTo(at: number): Promise<void> {
    const body = new URLSearchParams({ until: String(at) });
    const response = await this.#reach.send(`${this.#reach.url}/time`, {
      method: "POST",
      body,
      redirect: "manual",
    });
    if (response.status !== 303) throw new Error(`the time machine answered ${response.status}`);
  }

  /** The mails that were sent, oldest first. */
  async mails({ offset, limit }: { offset: number; limit: number }): Promise<SentMail[]> {
    return this.#json(`/inbox/mails?offset=${offset}&limit=${limit}`);
  }

  /** Opens a link of ours, whole or as a path. */
  open(link: string): Promise<Response> {
    return this.#reach.send(this.#whole(link));
  }

  /** Sends the form of a link's page. */
  post(link: string, form: [string, string][]): Promise<Response> {
    return this.#reach.send(this.#whole(link), {
      method: "POST",
      body: new URLSearchParams(form),
      redirect: "manual",
    });
  }

  #whole = (link: string): string => new URL(link, this.#reach.url).href;

  /** The console is ours: what it answers has the shape that we ask for. */
  async #json<T>(path: string): Promise<T> {
    return (await (await this.#reach.send(`${this.#reach.url}${path}`)).json()) as T;
  }
}
