import type { Capability } from "@viceversa/core/capability/index.ts";
import type { Context } from "@viceversa/core/context.ts";
import type { Locale } from "@viceversa/core/text.ts";
import type { Operation } from "../access.ts";

/** What a page answers: itself, or where it leads after a post. */
export type PageAnswer =
  | { readonly status: 200 | 410 | 422; readonly html: string }
  | { readonly seeOther: string };

/** The form's fields; a field that came twice counts once, the last time. */
export type Form = Readonly<Record<string, string>>;

/** One kind of mailed link. */
export interface PageHandler {
  readonly operation: Operation;
  /**
   * Shows the page; changes nothing. `locale` is what the browser asks for, where nobody knows who reads; `query` says
   * which part of what the link opens.
   */
  readonly show: (
    ctx: Context,
    capability: Capability,
    locale?: Locale,
    query?: Readonly<Record<string, string>>,
  ) => Promise<PageAnswer>;
  /** Does what the form says. `self` is the page's own path. */
  readonly act: (
    ctx: Context,
    capability: Capability,
    form: Form,
    self: string,
    locale?: Locale,
  ) => Promise<PageAnswer>;
}
