import type { Customer } from "./schema.ts";

/** An example customer; copy it for a real one. */
export const example: Customer = {
  name: "example",
  isTrial: false,
  region: "eu-south-1",
  domain: {
    name: "mentoring.example.com",
    certificate: "arn:aws:acm:eu-south-1:000000000000:certificate/00000000-0000-0000-0000-000000000000",
  },
  mailFrom: "mentoring@example.com",
  mailsPerSecond: 14,
  oidc: {
    issuer: "https://login.example.com/",
    audience: "viceversa",
    keysUrl: "https://login.example.com/.well-known/jwks.json",
  },
  alarmEmail: "operations@example.com",
};
