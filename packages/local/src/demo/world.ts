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

/** Each wait is five minutes, as Node's own requests have it; a day that takes an hour is stuck. */
const MAXIMUM_WAITS = 12;

const hasWaitedInVain = ({ cause }: Error): boolean =>
  cause instanceof Error && "code" in cause && cause.code === "UND_ERR_HEADERS_TIMEOUT";

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

  /**
   * Moves time on to an instant, through all that is due on the way; one that is past only drains the queues. A day of
   * many people takes longer than a request waits for its answer: it is asked again, which waits for what is under way.
   */
  async moveTo(at: number): Promise<void> {
    for (let times = 0; times < MAXIMUM_WAITS; times += 1) {
      const response = await this.#move(at).catch((error) => {
        if (!hasWaitedInVain(error)) throw error;
      });
      if (response?.status === 303) return;
      if (response) throw new Error(`the time machine answered ${response.status}`);
    }
    throw new Error("the time machine does not answer");
  }

  #move = (at: number): Promise<Response> =>
    this.#reach.send(`${this.#reach.url}/time`, {
      method: "POST",
      body: new URLSearchParams({ until: String(at) }),
      redirect: "manual",
    });

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
