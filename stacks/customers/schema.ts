/** What a customer's stack is deployed with. Secrets are none of it: they are set with `sst secret set`. */
export interface Customer {
  /** Also the stage: `sst deploy --stage <name>`. */
  readonly name: string;
  /** A trial stage may be removed with all its data; a customer's is protected. */
  readonly isTrial: boolean;
  readonly region: string;
  /** Where the API and the pages are; without it at an address of AWS's own. The customer keeps the DNS. */
  readonly domain?: {
    readonly name: string;
    /** ARN of an issued ACM certificate for the name, in the stack's region. */
    readonly certificate: string;
  };
  /** The address that mails come from; its domain is verified by DNS records. */
  readonly mailFrom: string;
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
