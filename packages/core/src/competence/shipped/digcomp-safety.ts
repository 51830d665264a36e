import type { Wording } from "./wording.ts";

export const safety: readonly Wording[] = [
  {
    key: "digcomp-4.1",
    title: { it: "Proteggere i dispositivi", en: "Protecting devices" },
    description: {
      it: "Tenere dispositivi e contenuti al sicuro da minacce che cambiano di continuo.",
      en: "Keeping devices and what is on them safe from threats that keep changing.",
    },
    levels: {
      basic: {
        it: "Con un aiuto so impostare il blocco dello schermo e installare un aggiornamento.",
        en: "With help I can set a screen lock and install an update.",
      },
      intermediate: {
        it: "Uso in autonomia password robuste, un secondo fattore e copie di sicurezza, e riconosco il phishing più comune.",
        en: "I use strong passwords, a second factor and backups by myself and recognise common phishing.",
      },
      advanced: {
        it: "Valuto i rischi, proteggo più dispositivi e insegno ad altre persone a non farsi ingannare.",
        en: "I assess risks, protect several devices and teach others how not to be deceived.",
      },
      "highly-advanced": {
        it: "Pianifico le misure di protezione di un’organizzazione e guido la risposta quando succede qualcosa.",
        en: "I plan protective measures for an organisation and lead the response when something happens.",
      },
    },
  },
  {
    key: "digcomp-4.2",
    title: { it: "Proteggere i dati personali e la privacy", en: "Protecting personal data and privacy" },
    description: {
      it: "Conoscere i diritti sui dati personali e trattare con cura i propri e quelli altrui.",
      en: "Knowing the rights over personal data, and handling one’s own and others’ data with care.",
    },
    levels: {
      basic: {
        it: "Se qualcuno mi mostra come, so rifiutare i cookie e nascondere i miei dati in un profilo.",
        en: "When somebody shows me how, I can refuse cookies and hide my data in a profile.",
      },
      intermediate: {
        it: "Decido in autonomia quali dati dare e a chi, anche a un’IA, e regolo le impostazioni di privacy.",
        en: "I decide by myself which data I give to whom, also to an AI, and adjust the privacy settings.",
      },
      advanced: {
        it: "Valuto i rischi per la privacy, esercito i miei diritti e aiuto chi lavora con me a trattare bene i dati personali.",
        en: "I weigh privacy risks, make use of my rights and help colleagues to handle personal data properly.",
      },
      "highly-advanced": {
        it: "Progetto processi che richiedono meno dati personali possibile e risolvo questioni difficili per un’organizzazione.",
        en: "I design processes that need as little personal data as possible and solve an organisation’s hard questions.",
      },
    },
  },
  {
    key: "digcomp-4.3",
    title: { it: "Favorire il benessere", en: "Supporting wellbeing" },
    description: {
      it: "Usare la tecnologia in modo che faccia bene alle persone, non ne escluda nessuna e tenga lontani i pericoli.",
      en: "Using technology in a way that does people good, leaves nobody out and wards off dangers.",
    },
    levels: {
      basic: {
        it: "Se qualcuno me lo fa notare, mi accorgo di aver bisogno di una pausa dallo schermo.",
        en: "When somebody points it out to me, I notice that I need a break from the screen.",
      },
      intermediate: {
        it: "Metto in autonomia limiti a notifiche e reperibilità e so dove trovare aiuto contro le molestie.",
        en: "I set limits to notifications and availability by myself and know where to find help against harassment.",
      },
      advanced: {
        it: "Mantengo un buon equilibrio anche nei periodi intensi e sostengo chi è sotto pressione o resta in disparte.",
        en: "I keep a good balance in busy times too, and support those who are under pressure or left out.",
      },
      "highly-advanced": {
        it: "Sviluppo regole e strumenti con cui un’organizzazione lavora in digitale in modo sano e inclusivo.",
        en: "I develop rules and tools by which an organisation works digitally in a healthy and inclusive way.",
      },
    },
  },
  {
    key: "digcomp-4.4",
    title: {
      it: "Impatti ambientali delle tecnologie digitali",
      en: "Environmental impacts of digital technologies",
    },
    description: {
      it: "Sapere quanto la tecnologia pesa sull’ambiente, ridurre quel peso e usarla per la sostenibilità.",
      en: "Knowing what technology costs the environment, reducing that and using technology for sustainability.",
    },
    levels: {
      basic: {
        it: "Con un suggerimento so risparmiare energia sui miei dispositivi e consegnarne uno vecchio al riciclo.",
        en: "With a hint I can save energy on my devices and hand in an old one for recycling.",
      },
      intermediate: {
        it: "Decido in autonomia quando riparare, riusare o sostituire, ed evito dati ed elaborazioni inutili.",
        en: "I decide by myself when to repair, reuse or replace, and avoid needless data and computing.",
      },
      advanced: {
        it: "Confronto l’impronta di più soluzioni, IA compresa, e convinco altre persone a scegliere la più leggera.",
        en: "I compare the footprint of several solutions, AI included, and convince others of the leaner one.",
      },
      "highly-advanced": {
        it: "Guido progetti che riducono l’impronta tecnologica di un’organizzazione o usano la tecnologia per tutelare l’ambiente.",
        en: "I lead projects that reduce the footprint of an organisation’s technology or use it to protect the environment.",
      },
    },
  },
];
