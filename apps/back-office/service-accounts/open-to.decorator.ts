import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiSecurity } from '@nestjs/swagger';
import type { ServiceScope } from './scopes.js';

export const openTo = 'jalon:open-to';

/** The route also answers service accounts whose token has this scope; to all other routes they have no way. */
export const OpenTo = (scope: ServiceScope) =>
  applyDecorators(SetMetadata(openTo, scope), ApiSecurity('session'), ApiSecurity('clientCredentials', [scope]));
