import type { LocalText } from "../text.ts";
import type { RuleCode } from "./hard-rules.ts";
import type { StoredRun } from "./schema.ts";

type Proof = NonNullable<StoredRun["result"]>["proof"];
type About = (mentor: string, mentee: string) => LocalText;

/** What a reason is called towards a manager; it never says who has excluded whom, nor that anybody has. */
export const ruleWords: Readonly<Record<RuleCode, About>> = {
  "same-person": (mentor) => ({
    it: `${mentor} non può incontrare sé stesso o sé stessa.`,
    en: `${mentor} cannot meet her- or himself.`,
  }),
  "reporting-line": (mentor, mentee) => ({
    it: `${mentor} e ${mentee} sono sulla stessa linea gerarchica.`,
    en: `${mentor} and ${mentee} are in one reporting line.`,
  }),
  "not-available": (mentor, mentee) => ({
    it: `${mentor} e ${mentee}: questa coppia non è disponibile.`,
    en: `${mentor} and ${mentee}: this pair is not available.`,
  }),
  forbidden: (mentor, mentee) => ({
    it: `Chi gestisce il programma ha deciso di non abbinare ${mentor} e ${mentee}.`,
    en: `A manager of the programme keeps ${mentor} and ${mentee} apart.`,
  }),
  "not-prepared": (mentor, mentee) => ({
    it: `${mentor} o ${mentee} non ha finito la preparazione, è in pausa o non partecipa più.`,
    en: `${mentor} or ${mentee} is not prepared, takes a break or does not take part any more.`,
  }),
  "no-capacity": (mentor, mentee) => ({
    it: `${mentor} o ${mentee} non ha posto per un altro abbinamento.`,
    en: `${mentor} or ${mentee} has no room for another pairing.`,
  }),
  "already-paired": (mentor, mentee) => ({
    it: `${mentor} e ${mentee} formano già una coppia.`,
    en: `${mentor} and ${mentee} are a pair already.`,
  }),
  "former-pairing": (mentor, mentee) => ({
    it: `Tra ${mentor} e ${mentee} c’è già stato un abbinamento, concluso o rifiutato.`,
    en: `${mentor} and ${mentee} had a pairing before, which has ended or was declined.`,
  }),
  "no-common-language": (mentor, mentee) => ({
    it: `${mentor} e ${mentee} non hanno una lingua in comune.`,
    en: `${mentor} and ${mentee} share no language.`,
  }),
  "generation-gap": (mentor, mentee) => ({
    it: `Tra ${mentor} e ${mentee} ci sono meno generazioni di quante ne chiede il programma.`,
    en: `${mentor} and ${mentee} are fewer generations apart than the programme asks for.`,
  }),
  "seniority-gap": (mentor, mentee) => ({
    it: `Tra i livelli di ${mentor} e ${mentee} in azienda c’è meno distanza di quanta ne chiede il programma.`,
    en: `${mentor} and ${mentee} are closer in seniority than the programme asks for.`,
  }),
  "different-site": (mentor, mentee) => ({
    it: `${mentor} e ${mentee} lavorano in sedi diverse, e il programma prevede incontri di persona.`,
    en: `${mentor} and ${mentee} work at different sites, and the programme meets in person.`,
  }),
  "no-common-hours": (mentor, mentee) => ({
    it: `${mentor} e ${mentee} non hanno un orario in comune che basti per un incontro.`,
    en: `${mentor} and ${mentee} share no time that is long enough for a session.`,
  }),
};

/** What the solver has proven, for people. */
export function proofInWords({ lockedPairs, proof }: NonNullable<StoredRun["result"]>): LocalText {
  const { matched, objective, weakestScore } = proof;
  if (!isReached(proof)) return boundInWords(proof);
  if (matched === 0) {
    return lockedPairs > 0
      ? {
          it: "Oltre alle coppie bloccate nessun’altra è possibile: è dimostrato e verificato.",
          en: "Beside the locked pairs no other is possible; this is proven and was checked.",
        }
      : {
          it: "Nessuna coppia è possibile: è dimostrato e verificato. I motivi sono indicati persona per persona.",
          en: "No pair is possible; this is proven and was checked. The reasons are told person by person.",
        };
  }
  const locked = {
    it:
      lockedPairs === 0
        ? ""
        : ` oltre ${lockedPairs === 1 ? "a quella bloccata" : `alle ${lockedPairs} bloccate`}`,
    en:
      lockedPairs === 0
        ? ""
        : ` beside the ${lockedPairs === 1 ? "one" : lockedPairs} that ${lockedPairs === 1 ? "is" : "are"} locked`,
  };
  const fair =
    objective === "fair" && weakestScore !== null
      ? {
          it: ` Tra quelle con altrettante coppie, in nessuna la coppia più debole supera ${inPoints(weakestScore)} punti su 100.`,
          en: ` Of those with as many pairs, in none is the weakest pair above ${inPoints(weakestScore)} of 100 points.`,
        }
      : { it: "", en: "" };
  return {
    it: `Nessuna proposta ha più di ${matched === 1 ? "una coppia" : `${matched} coppie`}${locked.it}.${fair.it} Tra tutte quelle possibili con gli stessi requisiti, nessuna ha una somma dei punteggi più alta. È dimostrato, e un secondo programma lo ha verificato. Vale per la proposta com’era prima di ogni modifica a mano.`,
    en: `No proposal has more than ${matched === 1 ? "one pair" : `${matched} pairs`}${locked.en}.${fair.en} Of all that are as good in this, none has a greater sum of scores. This is proven, and a second program has checked it. It holds for the proposal as it was before any edit by hand.`,
  };
}

/** Whether the proposal is as good as any can be. */
const isReached = ({ matched, pairsBound, totalScore, totalBound }: Proof): boolean =>
  matched === pairsBound && totalBound - totalScore < 0.000_001;

/** How far groups may be from the best, where the search has ended before it was proven. */
function boundInWords({ matched, pairsBound, totalScore, totalBound }: Proof): LocalText {
  if (pairsBound > matched) {
    return {
      it: `La proposta ha ${matched} abbinamenti. Con la dimensione minima dei gruppi nessuna ne ha più di ${pairsBound}; se si possa arrivare fin lì non è dimostrato. Un secondo programma ha verificato il limite.`,
      en: `The proposal has ${matched} pairings. With the smallest size of groups none has more than ${pairsBound}; whether so many can be reached is not proven. A second program has checked the bound.`,
    };
  }
  const share = Math.max(0.1, Math.round((1_000 * (totalBound - totalScore)) / totalBound) / 10);
  const percent = (locale: "it" | "en"): string => new Intl.NumberFormat(locale).format(share);
  return {
    it: `Nessuna proposta ha più di ${matched} abbinamenti. La somma dei punteggi è al massimo il ${percent("it")} % sotto la migliore possibile: con una dimensione minima dei gruppi trovare la migliore può durare troppo. Un secondo programma ha verificato il limite.`,
    en: `No proposal has more than ${matched} pairings. Its sum of scores is at most ${percent("en")}% below the best possible: with a smallest size of groups finding the best can take too long. A second program has checked the bound.`,
  };
}

const inPoints = (score: number): number => Math.round(score * 100);

/** What it costs all together to pair two, for people. */
export function costInWords(
  { pairs, total, changes }: { readonly pairs: number; readonly total: number; readonly changes: number },
  her: string,
  partner: string,
): LocalText {
  if (pairs === 0 && total === 0) {
    return {
      it: `${her} e ${partner}: nessuna proposta è migliore di una che comprende questa coppia.`,
      en: `${her} and ${partner}: no proposal is better than one with this pair in it.`,
    };
  }
  const fewer =
    pairs > 0
      ? {
          it: `${pairs === 1 ? "una coppia" : `${pairs} coppie`} in meno, e `,
          en: `${pairs === 1 ? "one pair" : `${pairs} pairs`} fewer, and `,
        }
      : { it: "", en: "" };
  const points = Math.round(Math.abs(total) * 1_000) / 10;
  const number = (locale: "it" | "en"): string => new Intl.NumberFormat(locale).format(points);
  const way = total < 0 ? { it: "in più", en: "more" } : { it: "in meno", en: "fewer" };
  return {
    it: `Con ${her} e ${partner} in coppia, nell’insieme: ${fewer.it}${number("it")} punti ${way.it} nella somma dei punteggi. Altre coppie che cambiano: ${changes}.`,
    en: `With ${her} and ${partner} as a pair, all together: ${fewer.en}${number("en")} points ${way.en} in the sum of scores. Other pairs that change: ${changes}.`,
  };
}
