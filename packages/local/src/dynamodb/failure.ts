/** An error as DynamoDB's JSON protocol tells it. */
export class DynamoFailure extends Error {
  readonly statusCode: number;
  readonly body: { readonly __type: string; readonly [field: string]: unknown };

  constructor(type: string, fields: Record<string, unknown>, statusCode = 400) {
    super(type);
    this.statusCode = statusCode;
    this.body = { __type: `com.amazonaws.dynamodb.v20120810#${type}`, ...fields };
  }
}

/** A request that DynamoDB itself would refuse. */
export const validationFailure = (message: string): DynamoFailure =>
  new DynamoFailure("ValidationException", { message });
