/** What a customer's stack is deployed with. Secrets are none of it: they are set with `sst secret set`. */
export interface Customer {
  /** Also the stage: `sst deploy --stage <name>`. */
  readonly name: string;
  /** A trial stage may be removed with all its data; a customer's is protected. */
  readonly isTrial: boolean;
  readonly region: string;
  /** A verified address that mails come from. */
  readonly mailFrom: string;
  /** Where the API and the pages are, for the links in mails. */
  readonly pagesUrl: string;
  /** Mails a second that SES takes from this account. */
  readonly mailsPerSecond: number;
  readonly oidc: {
    readonly issuer: string;
    readonly audience: string;
    readonly keysUrl: string;
  };
  /** Who is told when something needs a human. */
  readonly alarmEmail: string;
}
