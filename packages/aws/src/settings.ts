import { z } from "zod";

/** What every deployed function knows of its stack; `stacks/` sets these variables. */
const StoreEnvironment = z.object({
  TABLE_NAME: z.string().min(1),
  DUE_QUEUE_URL: z.url(),
  BULK_QUEUE_URL: z.url(),
});

/** What the API and the worker know besides. */
const StackEnvironment = StoreEnvironment.extend({
  DUE_QUEUE_ARN: z.string().min(1),
  SCHEDULE_DEAD_LETTER_ARN: z.string().min(1),
  SCHEDULE_GROUP: z.string().min(1),
  SCHEDULE_ROLE_ARN: z.string().min(1),
  MAIL_FROM: z.email(),
  MAIL_CONFIGURATION_SET: z.string().min(1),
  MAILS_PER_SECOND: z.coerce.number().positive(),
  PAGES_URL: z.url().transform((url) => url.replace(/\/+$/, "")),
  CAPABILITY_KEYS: z
    .string()
    .regex(/^[a-z0-9]{1,8}:[A-Za-z0-9_-]{43,}(,[a-z0-9]{1,8}:[A-Za-z0-9_-]{43,})*$/)
    .describe("`<id>:<at least 32 bytes in base64url>`, newest first, with commas between"),
});

/** Where one stack keeps its data. */
export type StoreSettings = z.infer<typeof StoreEnvironment>;

/** All settings of one stack. */
export type StackSettings = z.infer<typeof StackEnvironment>;

type Variables = Readonly<Record<string, string | undefined>>;

/**
 * Reads where the stack keeps its data.
 *
 * @throws Error  some settings are missing or malformed; names them and never shows their values
 */
export const storeSettingsFrom = (environment: Variables): StoreSettings =>
  read(StoreEnvironment, environment);

/**
 * Reads all of the stack's settings.
 *
 * @throws Error  some settings are missing or malformed; names them and never shows their values
 */
export const settingsFrom = (environment: Variables): StackSettings => read(StackEnvironment, environment);

function read<Settings>(schema: z.ZodType<Settings>, environment: Variables): Settings {
  const parsed = schema.safeParse(environment);
  if (parsed.success) return parsed.data;
  const names = [...new Set(parsed.error.issues.map(({ path }) => path.join(".")))];
  throw new Error(`These settings of the stack are missing or malformed: ${names.join(", ")}.`);
}
