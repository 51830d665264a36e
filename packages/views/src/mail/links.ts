import type { Purpose } from "@viceversa/core/capability/index.ts";
import type { LinkToken, Sender } from "@viceversa/core/mail.ts";
import type { Link } from "./layout.ts";
import type { Words } from "./words.ts";

/** Where a mailed link leads: the page of its purpose. The pages' router reads the same paths. */
export const linkTo = (pagesUrl: string, purpose: Purpose, token: LinkToken): string =>
  `${pagesUrl}/p/${purpose}/${token}`;

/** The customer's own privacy notice, where there is one. */
export const privacyLinks = ({ privacyUrl }: Sender, words: Words): Link[] =>
  privacyUrl ? [{ label: words.privacy, url: privacyUrl }] : [];
