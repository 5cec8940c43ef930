import type { FastifyRequest } from 'fastify';
import { Problem } from './problem.js';

/** No form of this service is half as deep. */
const maximumDepth = 64;

/** A hook of Fastify: refuses a body that is nested so deeply that whoever walks it by recursion would run out of stack. */
export function refuseDeepNesting({ body }: FastifyRequest, _reply: unknown, done: (error?: Error) => void): void {
  done(isDeeper(body, maximumDepth) ? new Problem('badRequest') : undefined);
}

/** Whether a parsed body has more levels than this. Level by level: it needs no stack itself. */
export function isDeeper(body: unknown, levels: number): boolean {
  let level = [body].filter(isNest);
  for (let depth = 0; level.length > 0; depth++) {
    if (depth >= levels) return true;
    level = level.flatMap((nest) => Object.values(nest)).filter(isNest);
  }
  return false;
}

const isNest = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
