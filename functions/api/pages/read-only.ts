import type { PageHandler } from "./handler.ts";

/** What a page answers to a form that has nothing to say to it: itself, and that the form has done nothing. */
export const takingNothing =
  (show: PageHandler["show"]): PageHandler["act"] =>
  async (ctx, capability) => {
    const shown = await show(ctx, capability);
    return "html" in shown && shown.status === 200 ? { ...shown, status: 422 } : shown;
  };
