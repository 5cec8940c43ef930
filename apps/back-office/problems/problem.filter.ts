import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isProblemCode, type ProblemCode, problems } from './catalogue.js';
import { isDatabaseDown } from './database-down.js';
import { Problem } from './problem.js';
import type { ProblemBody } from './problem.dto.js';

/** Codes of the framework's own refusals, by status. */
const byStatus: Readonly<Record<number, ProblemCode>> = {
  400: 'badRequest',
  401: 'signedOut',
  403: 'forbidden',
  404: 'notFound',
  413: 'requestTooLarge',
  415: 'badRequest',
  429: 'tooManyRequests',
  503: 'engineDown',
};

/** Refusals that may be an attempt to get round a rule: the log says who tried. */
const watched: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'forbidden',
  'crossSite',
  'strongSignInNeeded',
  'tooManyRequests',
  'notAddressee',
]);

/** The one place where a refusal becomes an HTTP answer, RFC 9457 in French. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('problem');

  catch(error: unknown, host: ArgumentsHost) {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const problem = asProblem(error);
    if (problem.status >= 500) this.logger.error({ requestId: request.id, code: problem.code, err: problem.cause ?? error });
    else if (watched.has(problem.code)) this.logger.warn({ requestId: request.id, code: problem.code, personId: request.viewer?.id });
    if (reply.raw.headersSent) return;
    void reply.code(problem.status).type('application/problem+json').send(problemBody(problem, request.id));
  }
}

/** What the client reads. */
export function problemBody({ code, details }: Problem, requestId: string): ProblemBody {
  const { status, title, help } = problems[code];
  const { fields, version } = details;
  return {
    type: `urn:jalon:problem:${code}`,
    title,
    status,
    detail: details.help ?? help,
    requestId,
    ...(fields && { fields }),
    ...(version !== undefined && { version }),
  };
}

function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (isDatabaseDown(error)) return new Problem('databaseDown', { cause: error });
  const status = statusOf(error);
  const code = status === undefined ? undefined : byStatus[status];
  return new Problem(isProblemCode(code) ? code : 'internal', { cause: error });
}

/** Nest's exceptions and Fastify's errors both carry a status. */
function statusOf(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  if (typeof error === 'object' && error !== null && 'statusCode' in error && typeof error.statusCode === 'number') return error.statusCode;
  return undefined;
}
