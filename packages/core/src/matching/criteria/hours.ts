import type { LocalText } from "../../text.ts";
import { byPair, type Criterion } from "../criterion.ts";
import { commonStarts, SLOT_MINUTES, startCounts } from "../week.ts";

/** With ten hours of a week in which they can begin, two always find one. */
const ENOUGH_MINUTES = 10 * 60;

/** In how many hours of a week both can begin a session, whatever their zones, up to ten. */
export const hours: Criterion = {
  readBy: "managers",
  rate: (pool) => {
    const starts = startCounts(pool);
    return byPair((mentor, mentee) => Math.min(1, (starts(mentor, mentee) * SLOT_MINUTES) / ENOUGH_MINUTES));
  },
  sentence: ({ mentor, mentee, pool }) =>
    sentenceOf(mentor.name, mentee.name, commonStarts(mentor, [mentee], pool).length * SLOT_MINUTES),
};

function sentenceOf(mentor: string, mentee: string, minutes: number): LocalText {
  if (minutes === 0) {
    return {
      it: `${mentor} e ${mentee} non hanno in settimana un orario in comune per un incontro.`,
      en: `${mentor} and ${mentee} share no time of the week for a session.`,
    };
  }
  const many = Math.round(minutes / 60);
  const [it, en] =
    many < 1
      ? ["meno di un’ora", "less than an hour"]
      : many === 1
        ? ["circa un’ora", "about one hour"]
        : [`circa ${many} ore`, `about ${many} hours`];
  return {
    it: `${mentor} e ${mentee} hanno ${it} alla settimana in cui un incontro può iniziare.`,
    en: `${mentor} and ${mentee} share ${en} of the week in which a session can begin.`,
  };
}
