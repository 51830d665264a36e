import type { Locale } from "@viceversa/core/text.ts";

/** What the page says on which somebody prepares herself. */
export interface PreparationWords {
  readonly title: (programme: string) => string;
  readonly about: string;
  readonly briefing: string;
  readonly promises: { readonly title: string; readonly hint: string; readonly done: string };
  readonly readiness: { readonly title: string; readonly hint: string; readonly done: string };
  readonly send: string;
  readonly done: readonly [title: string, text: string];
  readonly nothing: string;
  readonly missing: string;
  readonly changed: string;
  readonly unanswered: (count: number) => string;
  readonly unansweredOne: string;
  readonly kept: string;
}

const english: PreparationWords = {
  title: (programme) => `Get ready for “${programme}”`,
  about:
    "Two short steps, about five minutes. You can take one now and come back for the other by the same link.",
  briefing: "What to expect",
  promises: {
    title: "What we promise one another",
    hint: "Tick each one to agree to it.",
    done: "Done: you have agreed to this.",
  },
  readiness: {
    title: "Where you stand",
    hint: "Of your answers we keep an overall figure only. Whoever runs the programme sees it, to judge with you whether the moment is right.",
    done: "Done: you have answered.",
  },
  send: "Save",
  done: [
    "Thank you, that is all",
    "You will get an email as soon as we have found the right person for you. There is nothing left to do until then.",
  ],
  nothing: "Nothing is filled in yet. Please tick the promises or answer the questions, or both.",
  missing: "Please tick every promise. If there is one that you cannot agree to, write to us.",
  changed:
    "The promises have changed since you opened this page. Here is the new text: please read it and tick it again.",
  unanswered: (count) =>
    count === 1 ? "One question still needs an answer." : `${count} questions still need an answer.`,
  unansweredOne: "Please choose an answer.",
  kept: "What you filled in is kept.",
};

const italian: PreparationWords = {
  title: (programme) => `Preparati per «${programme}»`,
  about: "Due brevi passi, circa cinque minuti. Puoi farne uno ora e tornare per l’altro con lo stesso link.",
  briefing: "Che cosa aspettarti",
  promises: {
    title: "Che cosa ci promettiamo",
    hint: "Spunta ogni impegno per accettarlo.",
    done: "Fatto: hai accettato questi impegni.",
  },
  readiness: {
    title: "A che punto sei",
    hint: "Delle tue risposte conserviamo soltanto un valore complessivo. Lo vede chi gestisce il programma, per valutare con te se è il momento giusto.",
    done: "Fatto: hai risposto.",
  },
  send: "Salva",
  done: [
    "Grazie, è tutto",
    "Appena avremo trovato la persona giusta per te riceverai una mail. Fino ad allora non resta altro da fare.",
  ],
  nothing:
    "Non hai ancora compilato nulla. Spunta gli impegni o rispondi alle domande, o tutte e due le cose.",
  missing: "Spunta tutti gli impegni. Se ce n’è uno che non puoi accettare, scrivici.",
  changed:
    "Gli impegni sono cambiati da quando hai aperto questa pagina. Ecco il nuovo testo: leggilo e spuntalo di nuovo.",
  unanswered: (count) =>
    count === 1
      ? "Una domanda aspetta ancora una risposta."
      : `${count} domande aspettano ancora una risposta.`,
  unansweredOne: "Scegli una risposta.",
  kept: "Quello che hai già compilato resta.",
};

export const preparationWordsIn: Readonly<Record<Locale, PreparationWords>> = { en: english, it: italian };
