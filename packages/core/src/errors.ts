/**
 * The errors that a user can meet. `slug` is stable and part of the API; `detail` is for people and says
 * what to do; `data` is for programs. They are mapped to HTTP in one place, `functions/api/problems.ts`.
 */
export abstract class DomainError extends Error {
  abstract readonly slug: string;
  readonly data: Readonly<Record<string, unknown>>;

  constructor(detail: string, data: Record<string, unknown> = {}) {
    super(detail);
    this.name = new.target.name;
    this.data = data;
  }
}

/** There is no such thing, or the actor may not know that there is. */
export class NotFound extends DomainError {
  readonly slug = "not-found";
}

/** The state of things does not allow this now; `data` says what is allowed. */
export class Conflict extends DomainError {
  readonly slug = "conflict";
}

/** The input is wrong in itself; `data.issues` lists each place and what is expected there. */
export class Invalid extends DomainError {
  readonly slug = "invalid";
}

/** The actor is known and may not do this. */
export class Forbidden extends DomainError {
  readonly slug = "forbidden";
}

/** A limit that has a name was reached; `data.limit` tells it. */
export class LimitReached extends DomainError {
  readonly slug = "limit-reached";
}

/** The client changed something from an older version than the stored one. */
export class PreconditionFailed extends DomainError {
  readonly slug = "precondition-failed";
}

/** What a client is told that changes a thing from an older version than the stored one. */
export const stale = (thing: string, pronoun: "it" | "her" = "it"): PreconditionFailed =>
  new PreconditionFailed(
    `Somebody has changed this ${thing} since you read ${pronoun}. Read ${pronoun} again.`,
  );

/** The same idempotency key came with another body. */
export class IdempotencyMismatch extends DomainError {
  readonly slug = "idempotency-key-reused";
}
