import type { Format } from "@viceversa/core/programme/index.ts";
import { eligibilityIn, type Invitation, venuesIn } from "./cast.ts";
import type { Answer, ApiClient } from "./client.ts";
import { type Company, type Course, ended } from "./company.ts";
import { explained } from "./explained.ts";

/** What the template's indicator is measured in the weeks of the programme, in percent of the participants. */
const TOOL_USAGE_BASELINE = 38;

/** The programme manager of the demo: what she does, she does through the API. */
export class Manager {
  readonly #api: ApiClient;
  readonly #course: Course;
  readonly #format: Format;
  #programme: Answer;

  constructor(api: ApiClient, { course, format }: { course: Course; format: Format }) {
    this.#api = api;
    this.#course = course;
    this.#format = format;
  }

  get programmeId(): string {
    return this.#programme.id;
  }

  /** Drafts a programme from a shipped template, gives its indicator a baseline and opens it. */
  async openProgramme({ manager }: Company, { weeks }: { weeks: number }): Promise<void> {
    const draft = await this.#api.post("/v1/programmes", {
      name: "Digital natives, seasoned leaders",
      template: "digital-skills",
      format: this.#format,
      ...eligibilityIn(this.#format),
      zone: "Europe/Rome",
      managers: [manager.id],
      rules: { durationWeeks: weeks, supportTools: [{ name: "Teams", link: "https://teams.example.com" }] },
    });
    const objectives = draft.objectives.map((objective: Answer) =>
      objective.evidence[0].kind === "indicator"
        ? { ...objective, baseline: TOOL_USAGE_BASELINE }
        : objective,
    );
    await this.#api.put(`/v1/programmes/${draft.id}/objectives`, { objectives }, draft.version);
    this.#programme = draft;
    await this.advance("enrolling");
  }

  async advance(...phases: string[]): Promise<void> {
    for (const to of phases) await this.#api.post(`/v1/programmes/${this.programmeId}/phase`, { to });
  }

  async pause(paused: boolean): Promise<void> {
    await this.#api.post(`/v1/programmes/${this.programmeId}/pause`, { paused });
  }

  /** Invites people by criteria, as a job. */
  async invite(invitation: Invitation): Promise<number> {
    const round = { programmeId: this.programmeId, ...invitation };
    const { id } = await this.#api.post("/v1/participants/invitations", round);
    return (await ended(this.#api, id, this.#course)).done;
  }

  /** The path of the page on which anybody in the company can ask to take part. */
  async applicationLink(): Promise<string> {
    return (await this.#api.post(`/v1/programmes/${this.programmeId}/application-link`, {})).path;
  }

  participants = (state?: string): Promise<Answer[]> =>
    this.#api.all(`/v1/participants?programmeId=${this.programmeId}${state ? `&state=${state}` : ""}`);

  move = (participantId: string, to: string): Promise<Answer> =>
    this.#api.post(`/v1/participants/${participantId}/state`, { to });

  /** Her Monday: she approves who has applied, and says of who has prepared themselves that they are ready. */
  async goThroughApplications(): Promise<void> {
    for (const { id } of await this.participants("applied")) await this.move(id, "approved");
    for (const { id, preparation } of await this.participants("approved")) {
      if (preparation?.agreement && preparation.readiness) await this.move(id, "prepared");
    }
  }

  /**
   * Has the best pairs proposed and publishes them, to meet from a day on; answers how many there are.
   *
   * @param explain  is told what she reads of them before
   */
  async match(firstDay: string, explain?: (text: string) => void): Promise<number> {
    const { id } = await this.#api.post(`/v1/programmes/${this.programmeId}/matching-runs`, {});
    const run = (await ended(this.#api, id, this.#course)).facts.runId;
    const { summary } = await this.#api.get(`/v1/matching-runs/${run}`);
    if (summary.pairs === 0) {
      await this.#api.post(`/v1/matching-runs/${run}/discard`, {});
      return 0;
    }
    const [best] = (await this.#api.all(`/v1/matching-runs/${run}/pairs`)).toSorted(
      (one, other) => other.score - one.score,
    );
    await this.#api.put(`/v1/matching-runs/${run}/pairs/${best.mentorId}/${best.menteeId}/lock`, {}, 1);
    const { programmeId } = this;
    const explanation =
      explain && (await explained(this.#api, { programmeId, runId: run, proof: summary.proof.en }));
    const published = { ...venuesIn(this.#format), firstDay };
    const publication = await this.#api.post(`/v1/matching-runs/${run}/publication`, published);
    await ended(this.#api, publication.id, this.#course);
    if (explain && explanation) explain(explanation);
    return (await this.#api.get(`/v1/matching-runs/${run}`)).summary.published;
  }

  /** Enters how many of the participants use the new tools, and of those who do not take part. */
  async observe(date: string, week: number): Promise<void> {
    const { items } = await this.#api.get("/v1/indicators");
    const { id, unit } = items.find(({ key }: Answer) => key === "digital-tool-usage");
    for (const [scope, value] of [
      ["participants", TOOL_USAGE_BASELINE + Math.round(week * 1.2)],
      ["comparison", TOOL_USAGE_BASELINE + Math.round(week / 4)],
    ] as const) {
      const what = { programmeId: this.programmeId, indicatorId: id, scope, date, value, unit };
      await this.#api.post("/v1/observations", { ...what, source: "Software licences, monthly count" });
    }
  }
}
