import type { Answer, ApiClient } from "./client.ts";
import type { DeliveredMail, InboxReader } from "./readers.ts";

/** Sorts pairings: ids of those that were published together say nothing of when. */
const ageOf = ({ createdAt, id }: Answer): string => `${createdAt} ${id}`;

/** Finds those to whom the story happens among the people who meet. */
export class Protagonists {
  readonly #api: ApiClient;
  readonly #inbox: InboxReader;
  readonly #programmeId: () => string;
  /** To whom which thing has happened: the next happens to somebody else, and one that is told again to the same. */
  readonly #touched = new Map<string, number>();

  constructor(api: ApiClient, { inbox, programmeId }: { inbox: InboxReader; programmeId: () => string }) {
    this.#api = api;
    this.#inbox = inbox;
    this.#programmeId = programmeId;
  }

  /** The person behind a participant. */
  personOf = ({ personId }: Answer): Promise<Answer> => this.#api.get(`/v1/people/${personId}`);

  /** The last mail of a kind that somebody has had. */
  mailTo = (email: string, kind: string): DeliveredMail | undefined =>
    this.#inbox.mails.findLast((mail) => mail.kind === kind && mail.to === email);

  /**
   * Somebody to whom nothing else has happened yet, with her `participantId`: in the pairing at this place, or in the
   * next one that has anybody.
   *
   * @param mailed  the kind of a mail that she must have had
   */
  async somebody(at: number, role: "teaches" | "learns", mailed?: string): Promise<Answer> {
    const pairings = await this.#pairings();
    const from = at % pairings.length;
    for (const { members, accepted } of [...pairings.slice(from), ...pairings.slice(0, from)])
      for (const { participantId } of members.filter((member: Answer) => member[role])) {
        if (!accepted.includes(participantId)) continue;
        const person = await this.personOf(await this.#api.get(`/v1/participants/${participantId}`));
        const before = this.#touched.get(person.id) ?? at;
        if (before !== at || (mailed && !this.mailTo(person.email, mailed))) continue;
        this.#touched.set(person.id, at);
        return { ...person, participantId };
      }
    throw new Error(`nobody is left who ${role}`);
  }

  /** The next session of a pairing. */
  async sessionOf(at: number, now: number): Promise<Answer> {
    const pairing = (await this.#pairings())[at];
    const from = new Date(now).toISOString();
    const query = `programmeId=${this.#programmeId()}&pairingId=${pairing.id}&state=planned&from=${from}`;
    return (await this.#api.get(`/v1/sessions?${query}`)).items[0];
  }

  /** The running pairings, in the order in which they came to be. */
  async #pairings(): Promise<Answer[]> {
    const all = await this.#api.all(`/v1/pairings?programmeId=${this.#programmeId()}`);
    return all
      .filter(({ state }) => state === "active" || state === "accepted")
      .toSorted((one, other) => (ageOf(one) < ageOf(other) ? -1 : 1));
  }
}
