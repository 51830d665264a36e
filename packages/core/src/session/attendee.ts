import { z } from "zod";
import { idOf } from "../ids.ts";
import { stateIn } from "../lifecycle.ts";
import { attendeeLifecycle } from "./lifecycle.ts";

/** Who is to be at a session, each with a state of her own. */
export const Attendee = z.object({
  participantId: idOf("participant"),
  state: stateIn(attendeeLifecycle),
});
export type Attendee = z.infer<typeof Attendee>;
