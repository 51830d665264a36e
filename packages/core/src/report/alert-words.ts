import type { RematchCause, Rematching } from "../matching/index.ts";
import type { Locale, LocalText } from "../text.ts";

const listed = (locale: Locale, names: readonly string[]): string =>
  new Intl.ListFormat(locale, { type: "conjunction" }).format(names);
const giorni = (count: number): string => (count === 1 ? "un giorno" : `${count} giorni`);
const days = (count: number): string => (count === 1 ? "one day" : `${count} days`);

type AboutPeople = (names: readonly string[], count: number) => LocalText;

/** What alerts say about people; `count` is a number of days. */
export const alertWords = {
  "pairing-quiet": (names, count) => ({
    it: `${listed("it", names)}: da ${giorni(count)} nessun incontro confermato, anche dopo il nostro messaggio. Chiedi come va.`,
    en: `${listed("en", names)}: no session confirmed for ${days(count)}, also after our email. Ask how it is going.`,
  }),
  "session-disputed": (names, count) => ({
    it: `${listed("it", names)}: sull’incontro di ${giorni(count)} fa le risposte non coincidono. Chiedi che cosa è successo e registra le presenze.`,
    en: `${listed("en", names)} do not agree on whether they met ${days(count)} ago. Ask, and record who was there.`,
  }),
  "address-closed": (names) => ({
    it: `A ${listed("it", names)} non arriva più nessuna mail. Controlla l’indirizzo, o cerca un altro modo per sentirvi.`,
    en: `No email reaches ${listed("en", names)} any more. Check the address, or get in touch another way.`,
  }),
  "decision-overdue": (names, count) => ({
    it: `${listed("it", names)} aspetta da ${giorni(count)} una tua decisione.`,
    en: `${listed("en", names)} has been waiting for your decision for ${days(count)}.`,
  }),
  "prepared-unmatched": (names, count) => ({
    it: `${listed("it", names)} ha finito la preparazione da ${giorni(count)} e non ha ancora un abbinamento.`,
    en: `${listed("en", names)} has been prepared for ${days(count)} and is in no pairing.`,
  }),
  "preparation-overdue": (names, count) => ({
    it: `${listed("it", names)} ha il tuo via libera da ${giorni(count)} e non ha ancora finito la preparazione.`,
    en: `${listed("en", names)} was approved ${days(count)} ago and has not finished preparing.`,
  }),
  "application-overdue": (names, count) => ({
    it: `${listed("it", names)} non ha risposto all’invito di ${giorni(count)} fa.`,
    en: `${listed("en", names)} has not answered the invitation of ${days(count)} ago.`,
  }),
} as const satisfies Record<string, AboutPeople>;

/** That a wave closes in so many days and few have answered. */
export const lowResponseWords = (
  title: Record<Locale, string>,
  { answered, invited, count }: { answered: number; invited: number; count: number },
): LocalText => ({
  it: `«${title.it}»: ${answered} risposte su ${invited} inviti, e chiude tra ${giorni(count)}. Ricordalo a chi partecipa.`,
  en: `“${title.en}”: ${answered} of ${invited} invited have answered, and it closes in ${days(count)}. Remind people of it.`,
});

const causes: Readonly<Record<RematchCause, Record<Locale, string>>> = {
  decline: { it: "Dopo un abbinamento non accettato", en: "After a match that was not accepted" },
  withdrawal: {
    it: "Dopo l’uscita di una persona dal programma",
    en: "After somebody has left the programme",
  },
  unwinding: { it: "Dopo la chiusura di un abbinamento", en: "After a pairing has ended" },
};

/** That a proposal was made by itself and waits for the manager. */
export const rematchProposedWords = (after: RematchCause, pairs: number): LocalText => ({
  it: `${causes[after].it} c’è una nuova proposta, con ${pairs === 1 ? "una coppia" : `${pairs} coppie`}. Nessuno ne sa nulla finché non la pubblichi.`,
  en: `${causes[after].en} there is a new proposal of ${pairs === 1 ? "one pair" : `${pairs} pairs`}. Nobody is told until you publish it.`,
});

const steps: Readonly<Record<Rematching["waiting"][number]["why"], Record<Locale, string>>> = {
  "open run": {
    it: "La proposta aperta non ne tiene conto: rifalla, le coppie bloccate restano.",
    en: "The open proposal does not know of it: run it again, locked pairs stay.",
  },
  "no run": {
    it: "Non è ancora stata cercata un’altra persona: avvia un abbinamento.",
    en: "Nobody new was looked for yet: start a matching.",
  },
  "nobody left": {
    it: "La ricerca non ha trovato nessuno: invita altre persone, o abbina a mano.",
    en: "Looking for somebody new has found nobody: invite more people, or pair by hand.",
  },
};

/** That people are free again and have nobody new. */
export const rematchNeededWords = (
  names: readonly string[],
  why: Rematching["waiting"][number]["why"],
): LocalText => ({
  it: `${listed("it", names)}: di nuovo senza abbinamento, o con un posto libero. ${steps[why].it}`,
  en: `${listed("en", names)}: free again. ${steps[why].en}`,
});
