/** A refusal in AWS's words; each protocol writes it in its own form. */
export class AwsFailure extends Error {
  readonly code: string;
  readonly statusCode: number;

  constructor(code: string, message: string, statusCode = 400) {
    super(message);
    this.code = code;
    this.statusCode = statusCode;
  }
}

/** The honest answer to what the embedded cloud does not do. */
export const notEmbedded = (operation: string): AwsFailure =>
  new AwsFailure("NotImplemented", `The embedded cloud does not do ${operation}.`, 501);
