import { commit, once } from "../commit.ts";
import type { Context } from "../context.ts";
import { Conflict, Invalid } from "../errors.ts";
import { mintSortable } from "../ids.ts";
import { getInstrument } from "../instrument/index.ts";
import { isActive, personKey } from "../person/index.ts";
import { askingPhases, getProgramme } from "../programme/index.ts";
import { absent, check, put } from "../table.ts";
import { hoursFrom } from "./hours.ts";
import { waveItem, waveRef } from "./items.ts";
import { waveLifecycle } from "./lifecycle.ts";
import { Wave, type WaveInput } from "./schema.ts";
import { requireSpoken } from "./spoken.ts";

/**
 * Schedules a questionnaire for the participants of a programme; it opens, reminds, closes and releases by itself.
 *
 * @throws NotFound  there is no such programme or instrument
 * @throws Conflict  the programme is a draft still, or has ended
 * @throws Invalid  it would close in the past, its instrument lacks a language that its audience reads, or who is to read its answers does not manage the programme
 */
export function scheduleWave(ctx: Context, input: WaveInput): Promise<Wave> {
  return once(ctx, "wave.schedule", input, async () => {
    const now = ctx.clock.now();
    const { managers, phase, zone } = await getProgramme(ctx, input.programmeId);
    if (!askingPhases.includes(phase)) {
      throw new Conflict(`This programme is ${phase}; nobody in it is asked.`, { phase, askingPhases });
    }
    const { coordinatorId } = input;
    if (coordinatorId && !managers.includes(coordinatorId)) throw nobodyReads();
    await requireSpoken(ctx, input, await getInstrument(ctx, input.instrumentId));
    const wave: Wave = {
      ...input,
      ...hoursFrom(input, now),
      zone,
      id: mintSortable(ctx.ids, "wave"),
      state: waveLifecycle.initial,
      version: 1,
      createdAt: now,
      updatedAt: now,
    };
    const outcome = await commit(ctx, {
      changes: [
        put(waveItem(wave), absent),
        ...(coordinatorId ? [check(personKey(coordinatorId), isActive)] : []),
      ],
      audit: { action: "wave.scheduled", subject: waveRef(wave.id), facts: { privacy: wave.privacy } },
      marks: [waveRef(wave.id)],
      idempotency: { operation: "wave.schedule", input, result: wave },
    });
    if (!outcome.committed) throw nobodyReads();
    return Wave.parse(wave);
  });
}

function nobodyReads(): Invalid {
  const message = "Give the id of one of the programme's managers who is still there.";
  return new Invalid("Attributed answers are read by a manager of the programme.", {
    issues: [{ path: ["coordinatorId"], message }],
  });
}
