import type { Params } from 'nestjs-pino';
import type { IncomingMessage } from 'node:http';
import type { Environment } from '../environment.js';

/** Middleware sees its own part of the address in `url`; the whole one is kept beside it. */
type Request = IncomingMessage & { readonly id: unknown; readonly originalUrl?: string };
const urlOf = ({ originalUrl, url = '' }: Request) => originalUrl ?? url;

/** Structured logs: one line a request, with its id and the case it is about; never a name, an address, a body or a cookie. */
export function logging(environment: Environment): Params {
  return {
    pinoHttp: {
      level: environment.JALON_LOG_LEVEL,
      autoLogging: { ignore: (request) => !/^\/api\/(?!health)/.test(urlOf(request)) },
      customLogLevel: (_request, { statusCode }, error) => (error || statusCode >= 500 ? 'error' : statusCode >= 400 ? 'warn' : 'info'),
      customSuccessMessage: () => 'request',
      customErrorMessage: () => 'request failed',
      wrapSerializers: false,
      serializers: {
        req: (request: Request) => ({
          id: request.id,
          method: request.method,
          ...caseOf(urlOf(request)),
          route: pathOf(urlOf(request)),
        }),
        res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
        err: (error: Error & { code?: unknown }) => ({ type: error.name, message: error.message, stack: error.stack, code: error.code }),
      },
    },
  };
}

const reference = /\b[A-Z]+-\d{4}-\d{6}\b/;

/** The address without what somebody searched for. */
const pathOf = (url: string) => url.split('?', 1)[0];

function caseOf(url: string): { caseRef?: string } {
  const found = reference.exec(pathOf(url) ?? '')?.[0];
  return found === undefined ? {} : { caseRef: found };
}
