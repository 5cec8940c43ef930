import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Fields } from '../openapi/fields.js';
import type { ProblemBody } from '../problems/problem.dto.js';
import type { ProblemCode } from '../problems/catalogue.js';
import { Problem } from '../problems/problem.js';
import { problemBody } from '../problems/problem.filter.js';

/** Codes of RFC 6749, 5.2. */
const errors: Readonly<Partial<Record<ProblemCode, string>>> = {
  clientUnknown: 'invalid_client',
  clientNotAgreed: 'unauthorized_client',
  grantTypeUnsupported: 'unsupported_grant_type',
  scopeUnknown: 'invalid_scope',
};

/** Refusals of the token endpoint: the code that OAuth libraries read, beside the sentences that people do. */
@Catch(Problem)
export class OAuthErrorFilter implements ExceptionFilter<Problem> {
  catch(problem: Problem, host: ArgumentsHost) {
    const http = host.switchToHttp();
    const reply = http.getResponse<FastifyReply>();
    const body: Fields<ProblemBody> = problemBody(problem, http.getRequest<FastifyRequest>().id);
    if (problem.code === 'clientUnknown') void reply.header('www-authenticate', 'Basic realm="jalon"');
    void reply
      .code(problem.status)
      .type('application/json')
      .send({ error: errors[problem.code] ?? 'invalid_request', ...body });
  }
}
