import { SchedulerClient } from "@aws-sdk/client-scheduler";
import { SESClient } from "@aws-sdk/client-ses";
import { SendRate } from "@viceversa/core/due/index.ts";
import type { CapabilityKey, Ports } from "@viceversa/core/ports.ts";
import { SesMailer } from "./mail.ts";
import { EventBridgeScheduler } from "./schedule.ts";
import type { StackSettings } from "./settings.ts";
import { type Elsewhere, type StorePorts, storePorts } from "./store.ts";
import { systemIds } from "./system.ts";

export type AwsPorts = Ports & StorePorts;

/** Every port of the domain on AWS's SDK. */
export function awsPorts(settings: StackSettings, elsewhere?: Elsewhere): AwsPorts {
  const store = storePorts(settings, elsewhere);
  const { region, credentials, endpoint } = elsewhere ?? {};
  const at = {
    ...(region && { region }),
    ...(credentials && { credentials }),
    ...(endpoint && { endpoint }),
  };
  const scheduler = new SchedulerClient(at);
  // SES knows no idempotency: a retry by the SDK would be a second mail.
  const ses = new SESClient({ ...at, maxAttempts: 1 });
  const keys = capabilityKeysOf(settings.CAPABILITY_KEYS);
  return {
    ...store,
    ids: systemIds(store.clock),
    secrets: { capabilityKeys: async () => keys },
    scheduler: new EventBridgeScheduler(scheduler, {
      group: settings.SCHEDULE_GROUP,
      targetQueueArn: settings.DUE_QUEUE_ARN,
      deadLetterQueueArn: settings.SCHEDULE_DEAD_LETTER_ARN,
      roleArn: settings.SCHEDULE_ROLE_ARN,
    }),
    mailer: new SesMailer(
      ses,
      {
        from: settings.MAIL_FROM,
        pagesUrl: settings.PAGES_URL,
        configurationSet: settings.MAIL_CONFIGURATION_SET,
      },
      store.clock,
    ),
    mailRate: new SendRate(settings.MAILS_PER_SECOND),
    stop() {
      store.stop();
      for (const client of [scheduler, ses]) client.destroy();
    },
  };
}

const capabilityKeysOf = (text: string): CapabilityKey[] =>
  text.split(",").map((part) => {
    const [id = "", secret = ""] = part.split(":");
    return { id, secret: Buffer.from(secret, "base64url") };
  });
