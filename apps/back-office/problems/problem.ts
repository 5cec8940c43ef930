import { type ProblemCode, problems } from './catalogue.js';

interface ProblemDetails {
  readonly fields?: Readonly<Record<string, string>>;
  readonly version?: number;
  /** Replaces the catalogue's help when more is known. */
  readonly help?: string;
  /** For logs: never personal data. */
  readonly cause?: unknown;
}

/** A refusal on its way to the client; the filter writes it as `application/problem+json`. */
export class Problem extends Error {
  readonly status: number;

  constructor(
    readonly code: ProblemCode,
    readonly details: ProblemDetails = {},
  ) {
    super(code, { cause: details.cause });
    this.status = problems[code].status;
  }
}

export const notFound = () => new Problem('notFound');
