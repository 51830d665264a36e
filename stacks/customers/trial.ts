import type { Customer } from "./schema.ts";

/** A stage to try things on: it goes away without a trace. */
export const trial: Customer = {
  name: "trial",
  isTrial: true,
  region: "eu-south-1",
  mailFrom: "trial@example.com",
  mailsPerSecond: 1,
  oidc: {
    issuer: "https://login.example.com/",
    audience: "viceversa-trial",
    keysUrl: "https://login.example.com/.well-known/jwks.json",
  },
  alarmEmail: "operations@example.com",
};
