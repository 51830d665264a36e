import type { Wording } from "./wording.ts";

export const communication: readonly Wording[] = [
  {
    key: "digcomp-2.1",
    title: {
      it: "Interagire con le tecnologie digitali e attraverso di esse",
      en: "Interacting through and with digital technologies",
    },
    description: {
      it: "Comunicare con le persone e con le macchine usando il mezzo digitale adatto al momento.",
      en: "Communicating with people and with machines by the digital means that fits the moment.",
    },
    levels: {
      basic: {
        it: "Con un aiuto so scrivere un’e-mail, entrare in una videochiamata o fare una domanda a un chatbot.",
        en: "With help I can write an e-mail, join a video call or ask a chatbot a question.",
      },
      intermediate: {
        it: "Uso in autonomia e-mail, chat, videochiamate e assistenti di IA, e so quale strumento serve a che cosa.",
        en: "I use mail, chat, video calls and AI assistants by myself and know which one suits what.",
      },
      advanced: {
        it: "Conduco riunioni ibride, scrivo prompt che danno buoni risultati e aiuto altre persone a trovarsi a proprio agio con questi strumenti.",
        en: "I run hybrid meetings, write prompts that get good results and help others to feel at ease with these tools.",
      },
      "highly-advanced": {
        it: "Definisco il modo in cui un’intera organizzazione comunica in digitale, con le persone e con i sistemi automatici.",
        en: "I shape how a whole organisation communicates digitally, with its people and with automated systems.",
      },
    },
  },
  {
    key: "digcomp-2.2",
    title: {
      it: "Condividere informazioni attraverso le tecnologie digitali",
      en: "Sharing through digital technologies",
    },
    description: {
      it: "Far arrivare informazioni e contenuti alle persone giuste, citando la fonte e con attenzione.",
      en: "Passing information and content on to the right people, with its source and with care.",
    },
    levels: {
      basic: {
        it: "Con un aiuto so allegare un file a un messaggio o inviare un link.",
        en: "With help I can attach a file to a message or send a link.",
      },
      intermediate: {
        it: "Condivido cartelle e documenti in autonomia, decido chi può vederli o modificarli e cito le fonti.",
        en: "I share folders and documents by myself, decide who may see or change them and name my sources.",
      },
      advanced: {
        it: "Scelgo canale e permessi per ogni pubblico e insegno ad altre persone a condividere in sicurezza.",
        en: "I choose the channel and the rights for each audience and teach others to share safely.",
      },
      "highly-advanced": {
        it: "Costruisco gli spazi e le regole con cui la conoscenza circola in un’organizzazione.",
        en: "I build the places and rules by which knowledge travels through an organisation.",
      },
    },
  },
  {
    key: "digcomp-2.3",
    title: {
      it: "Esercitare la cittadinanza attraverso le tecnologie digitali",
      en: "Engaging in citizenship through digital technologies",
    },
    description: {
      it: "Usare i servizi digitali per partecipare alla società, conoscendo e facendo valere i propri diritti.",
      en: "Using digital services to take part in society, and knowing and claiming one’s rights there.",
    },
    levels: {
      basic: {
        it: "Con un aiuto so usare un servizio pubblico online, per esempio per prenotare un appuntamento.",
        en: "With help I can use a public service online, for example to book an appointment.",
      },
      intermediate: {
        it: "Uso in autonomia i servizi online pubblici e privati e so dove presentare un reclamo.",
        en: "I use public and private services online by myself and know where to complain.",
      },
      advanced: {
        it: "Conosco i miei diritti digitali, li faccio valere e aiuto altre persone a partecipare e a farsi sentire.",
        en: "I know my digital rights, make use of them and help others to take part and be heard.",
      },
      "highly-advanced": {
        it: "Avvio o guido iniziative digitali con cui le persone partecipano alle decisioni.",
        en: "I start or lead digital initiatives through which people take part in decisions.",
      },
    },
  },
  {
    key: "digcomp-2.4",
    title: {
      it: "Collaborare attraverso le tecnologie digitali",
      en: "Collaborating through digital technologies",
    },
    description: {
      it: "Lavorare a distanza con altre persone sulla stessa cosa e creare conoscenza insieme.",
      en: "Working with others on the same thing at a distance, and creating knowledge together.",
    },
    levels: {
      basic: {
        it: "Con un aiuto so aprire un documento condiviso e aggiungere un commento.",
        en: "With help I can open a shared document and add a comment.",
      },
      intermediate: {
        it: "Scrivo con altre persone nello stesso documento e seguo in autonomia le attività condivise.",
        en: "I write together with others in one document and keep track of shared tasks by myself.",
      },
      advanced: {
        it: "Preparo lo spazio di lavoro digitale di un progetto, ne concordo le regole e coinvolgo ogni persona.",
        en: "I set up the digital workspace of a project, agree on its rules and keep everybody on board.",
      },
      "highly-advanced": {
        it: "Ripenso il modo in cui gruppi in sedi diverse lavorano insieme e sperimento con loro nuove soluzioni.",
        en: "I rethink how teams in several places work together and try out new ways with them.",
      },
    },
  },
  {
    key: "digcomp-2.5",
    title: { it: "Comportamento digitale", en: "Digital behaviour" },
    description: {
      it: "Comportarsi con rispetto online e adattare il tono a persone, culture e generazioni.",
      en: "Behaving respectfully online and adapting one’s tone to people, cultures and generations.",
    },
    levels: {
      basic: {
        it: "Se qualcuno mi spiega le usanze di un canale, so seguirle.",
        en: "When somebody tells me the customs of a channel, I can follow them.",
      },
      intermediate: {
        it: "Trovo in autonomia il tono giusto per e-mail, chat e social e mi accorgo se qualcosa può ferire.",
        en: "I find the right tone for mail, chat and social media by myself and notice when something could hurt.",
      },
      advanced: {
        it: "Mi adatto a persone di altre culture ed età e intervengo con tatto se una conversazione degenera.",
        en: "I adapt to people of other cultures and ages and step in tactfully when a conversation derails.",
      },
      "highly-advanced": {
        it: "Elaboro con altre persone un codice di condotta e risolvo conflitti gravi online.",
        en: "I develop a code of conduct together with others and resolve serious conflicts online.",
      },
    },
  },
  {
    key: "digcomp-2.6",
    title: { it: "Gestire l’identità digitale", en: "Managing digital identity" },
    description: {
      it: "Curare i propri account, la propria reputazione e le tracce che si lasciano.",
      en: "Looking after one’s accounts, one’s reputation and the traces that one leaves.",
    },
    levels: {
      basic: {
        it: "Con un aiuto so creare un account e sceglierne il nome e l’immagine.",
        en: "With help I can create an account and choose a name and a picture for it.",
      },
      intermediate: {
        it: "Aggiorno i miei profili in autonomia e so che cosa si può scoprire su di me.",
        en: "I keep my profiles up to date by myself and know what can be found out about me.",
      },
      advanced: {
        it: "Tengo separate identità privata e professionale, curo la mia reputazione e consiglio altre persone sulla loro.",
        en: "I keep private and professional identities apart, shape my reputation and advise others on theirs.",
      },
      "highly-advanced": {
        it: "Pianifico la gestione delle identità e delle tracce di un’organizzazione, anche dopo un attacco alla sua reputazione.",
        en: "I plan how an organisation manages its identities and traces, also after an attack on its reputation.",
      },
    },
  },
];
