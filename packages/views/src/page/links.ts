import type { Purpose } from "@viceversa/core/capability/index.ts";
import type { LinkToken } from "@viceversa/core/mail.ts";

/** From one page behind a mailed link to another, wherever all of them stand. */
export const linkBeside = (purpose: Purpose, token: LinkToken): string => `../${purpose}/${token}`;
