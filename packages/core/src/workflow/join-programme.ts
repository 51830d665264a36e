import type { Context } from "../context.ts";
import { Conflict, Invalid, NotFound } from "../errors.ts";
import type { Id } from "../ids.ts";
import { getOrganisation } from "../organisation/index.ts";
import { addParticipant, capacitiesOf, ParticipantInput, usualCapacityIn } from "../participant/index.ts";
import { findByEmail } from "../person/index.ts";
import { isEnrolmentOpen, type Programme, type Role, readProgramme } from "../programme/index.ts";
import { senderOf } from "./reader.ts";

/** A programme as whoever has its application link sees it. */
export interface OpenedJoining {
  readonly programme: Pick<Programme, "id" | "name" | "objectives" | "format">;
  readonly sender: ReturnType<typeof senderOf>;
  /** Whether it takes somebody by this link now. */
  readonly isOpen: boolean;
}

interface ApplicationToken {
  readonly programmeId: Id<"programme">;
  /** Of the link; an earlier one is void. */
  readonly generation: number;
}

/**
 * Opens a programme's application link; changes nothing.
 *
 * @throws NotFound  there is no such programme
 */
export async function openJoining(
  ctx: Context,
  { programmeId, generation }: ApplicationToken,
): Promise<OpenedJoining> {
  const [programme, organisation] = await Promise.all([
    readProgramme(ctx, programmeId),
    getOrganisation(ctx),
  ]);
  const { applicationLink: link } = programme;
  const isOpen =
    link?.state === "open" && link.generation === generation && isEnrolmentOpen(programme, ctx.clock.now());
  return { programme, sender: senderOf(organisation), isOpen };
}

/**
 * Lets somebody who has a programme's application link ask to take part: whoever has the address gets her own
 * invitation there, so that nobody applies in the name of another. The answer is the same whoever has the address,
 * if anybody, so that the link tells nothing about the directory.
 */
export async function joinProgramme(
  ctx: Context,
  { programmeId, email, role }: { programmeId: Id<"programme">; email: string; role: Role },
): Promise<void> {
  const [personId] = await findByEmail(ctx, [email]);
  if (!personId) return;
  try {
    const capacity = usualCapacityIn(await readProgramme(ctx, programmeId), role);
    const places = capacitiesOf(role, capacity);
    await addParticipant(ctx, ParticipantInput.parse({ programmeId, personId, ...places }));
  } catch (error) {
    // In the programme already, not eligible or gone: whom it concerns is not the one who reads the page.
    if (error instanceof Conflict || error instanceof Invalid || error instanceof NotFound) return;
    throw error;
  }
}
