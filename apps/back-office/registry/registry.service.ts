import { Inject, Injectable } from '@nestjs/common';
import { type BodyRegistry, RegistryUnavailable } from '#activities/registries/body-registry.js';
import { localRegistry } from '#activities/registries/local-registry.js';
import { rechercheEntreprises } from '#activities/registries/recherche-entreprises.js';
import { isSiret } from '#workflows/ftap/siret.js';
import { PrismaService } from '../database/prisma.service.js';
import { ENVIRONMENT, type Environment } from '../environment.js';
import { Problem } from '../problems/problem.js';
import type { BodyView } from './registry.dto.js';

/** The registry of bodies: the one of the settings, or this installation's own. What it does not say, people type. */
@Injectable()
export class RegistryService {
  private readonly registry: BodyRegistry;

  constructor(prisma: PrismaService, @Inject(ENVIRONMENT) { JALON_REGISTRY_URL: url }: Environment) {
    this.registry = url === undefined ? localRegistry(prisma) : rechercheEntreprises(url);
  }

  async find(typed: string): Promise<BodyView> {
    const siret = typed.replaceAll(/\s/g, '');
    if (!isSiret(siret))
      throw new Problem('invalid', { fields: { siret: 'Ce numéro SIRET n’est pas valide\u00a0: vérifiez ses 14 chiffres.' } });
    const body = await this.registry.find(siret).catch((error: unknown) => {
      throw error instanceof RegistryUnavailable ? new Problem('registryDown', { cause: error }) : error;
    });
    if (!body) throw new Problem('bodyUnknown');
    return body;
  }
}
