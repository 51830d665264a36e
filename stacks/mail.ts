import type { Customer } from "./customers/schema.ts";

/**
 * The sender's domain and the configuration set that publishes what becomes of its mails. SST's own component
 * waits in the middle of a deployment until the domain is verified; customers keep their own DNS and set the
 * records on another day, so that this one does not wait.
 */
export function createMail({ mailFrom }: Customer) {
  const configurationSet = new aws.sesv2.ConfigurationSet("MailConfiguration", {
    configurationSetName: `${$app.name}-${$app.stage}`,
  });
  const identity = new aws.sesv2.EmailIdentity("MailIdentity", {
    emailIdentity: mailFrom.split("@")[1] ?? mailFrom,
    configurationSetName: configurationSet.configurationSetName,
  });
  return { configurationSet, identity };
}

export type Mail = ReturnType<typeof createMail>;
