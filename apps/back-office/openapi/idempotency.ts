import { applyDecorators, createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { isUUID } from 'class-validator';
import type { FastifyRequest } from 'fastify';
import { Problem } from '../problems/problem.js';

/** Documents that the route wants an `Idempotency-Key`: the same key twice is one act. */
export const Idempotent = () =>
  applyDecorators(
    ApiHeader({
      name: 'Idempotency-Key',
      required: true,
      description: 'A UUID; the same key twice is one act.',
      schema: { type: 'string', format: 'uuid' },
    }),
  );

/** The request's `Idempotency-Key`. */
export const IdempotencyKey = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  const key = context.switchToHttp().getRequest<FastifyRequest>().headers['idempotency-key'];
  if (!isUUID(key)) throw new Problem('keyMissing');
  return key as string;
});
