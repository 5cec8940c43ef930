import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { ProblemBody } from '../problems/problem.dto.js';
import { serviceScopes } from '../service-accounts/scopes.js';

const scopeLabels = Object.fromEntries(Object.entries(serviceScopes).map(([name, { label }]) => [name, label]));
const methods = ['get', 'put', 'post', 'delete'] as const;

/** The HTTP contract, from the controllers and the DTO classes. Throws when two operations share an id. */
export function openApiDocument(app: INestApplication): OpenAPIObject {
  const description = 'Mutations want the header `X-Jalon: 1`; acts on cases an `Idempotency-Key`. Problems follow RFC 9457, in French.';
  const config = new DocumentBuilder()
    .setTitle('Jalon')
    .setDescription(description)
    .setVersion('1')
    .addCookieAuth('jalon', undefined, 'session')
    .addBasicAuth({ type: 'http', scheme: 'basic' }, 'client')
    .addOAuth2({ type: 'oauth2', flows: { clientCredentials: { tokenUrl: '/api/oauth/token', scopes: scopeLabels } } }, 'clientCredentials')
    .build();
  const document = SwaggerModule.createDocument(app, config, {
    operationIdFactory: (_controller, method) => method,
    extraModels: [ProblemBody],
  });
  const ids = new Set<string>();
  for (const operation of Object.values(document.paths).flatMap((path) => methods.flatMap((method) => path[method] ?? []))) {
    const id = operation.operationId ?? '';
    if (ids.has(id)) throw new Error(`Two operations are called ${id}.`);
    ids.add(id);
    operation.responses['default'] = {
      description: 'Problème',
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/ProblemBody' } } },
    };
  }
  return document;
}
