import * as z from 'zod/mini';

/** Every code an error body can carry, with the HTTP status it travels under. */
export const ERROR_STATUS = {
  invalid_request: 400,
  forbidden: 403,
  not_found: 404,
  method_not_allowed: 405,
  not_acceptable: 406,
  precondition_failed: 412,
  too_large: 413,
  unsupported_media_type: 415,
  range_not_satisfiable: 416,
  misdirected: 421,
  too_long: 422,
  too_many_requests: 429,
  internal: 500,
  not_implemented: 501,
  database_not_ready: 503,
  overloaded: 503,
  timeout: 503,
} as const;

export type ErrorCode = keyof typeof ERROR_STATUS;

export const errorDetail = z.strictObject({
  path: z.string().check(z.describe('Where: a parameter, a field, or file:line.')),
  message: z.string().check(z.describe('What is wrong and the likely remedy.')),
});
export type ErrorDetail = z.infer<typeof errorDetail>;

export const errorBody = z
  .strictObject({
    error: z.strictObject({
      code: z.enum(Object.keys(ERROR_STATUS) as [ErrorCode, ...ErrorCode[]]),
      message: z.string(),
      details: z.optional(z.array(errorDetail)),
      requestId: z.string(),
    }),
  })
  .check(z.describe('The one body that every refused or failed request answers with.'));
export type ErrorBody = z.infer<typeof errorBody>;

/**
 * The one error type of the product. Whatever a person may read is raised as this:
 * `message` says what is wrong and what to do, `details` name each place.
 */
export class EntenteError extends Error {
  readonly code: ErrorCode;
  readonly details: readonly ErrorDetail[];
  /** Whether waiting alone will not help: somebody has to change something first. */
  readonly lasting: boolean;

  constructor(
    code: ErrorCode,
    message: string,
    options: { details?: readonly ErrorDetail[]; cause?: unknown; lasting?: boolean } = {},
  ) {
    super(message, { cause: options.cause });
    this.name = 'EntenteError';
    this.code = code;
    this.details = options.details ?? [];
    this.lasting = options.lasting ?? false;
  }

  /** The HTTP status this error answers with. */
  get status(): number {
    return ERROR_STATUS[this.code];
  }
}
