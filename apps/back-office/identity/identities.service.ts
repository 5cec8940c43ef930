import { Inject, Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { PrismaService } from '../database/prisma.service.js';
import { ENVIRONMENT, type Environment } from '../environment.js';
import type { Identified } from './open-id-provider.js';

export interface KnownIdentity {
  readonly id: string;
  /** Undefined: nobody here knows whose it is. */
  readonly personId?: string;
}

/** How long somebody whom nobody knows is remembered, for whoever has to say who they are. */
const unknownDays = 30;
const dayMs = 86_400_000;
const firstSignIn = 'Première connexion\u00a0: l’adresse électronique est celle de la personne invitée.';

/** Whom a provider's subject is here. The key is the issuer with the subject; an address is only ever a first meeting. */
@Injectable()
export class IdentitiesService {
  constructor(
    private readonly prisma: PrismaService,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  /** The identity that the provider has just checked, with the person whose it is. */
  async recognise({ issuer, subject, email, name }: Identified): Promise<KnownIdentity> {
    await this.forgetUnknown();
    const seen = { email: email?.toLowerCase() ?? null, name: name ?? null, lastUsedAt: new Date() };
    const identity = await this.prisma.identity.upsert({
      where: { issuer_subject: { issuer, subject } },
      create: { id: randomUUID(), issuer, subject, ...seen },
      update: seen,
    });
    if (identity.personId !== null) return { id: identity.id, personId: identity.personId };
    const personId = seen.email === null ? undefined : await this.meetByEmail(identity.id, seen.email);
    return { id: identity.id, ...(personId !== undefined && { personId }) };
  }

  /**
   * The person who was invited under this address, if they have never signed in: an address is given to somebody else one day, a subject
   * never is. Only where the configuration says that the provider's addresses are checked.
   */
  private async meetByEmail(id: string, email: string): Promise<string | undefined> {
    if (!this.environment.JALON_OIDC_TRUST_EMAIL) return undefined;
    return this.prisma.$transaction(async (transaction) => {
      // Two first sign-ins under one address take turns: the second finds the person taken.
      await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`identity ${email}`}, 0))`;
      const person = await transaction.person.findFirst({ where: { email, identities: { none: {} } }, select: { id: true } });
      if (!person) return undefined;
      await transaction.identity.update({ where: { id }, data: { personId: person.id } });
      const at = new Date();
      await transaction.identityMove.create({
        data: {
          id: randomUUID(),
          identityId: id,
          intoPerson: person.id,
          reason: firstSignIn,
          proposedAt: at,
          verdict: 'accepted',
          decidedAt: at,
        },
      });
      return person.id;
    });
  }

  private async forgetUnknown(): Promise<void> {
    const lastUsedAt = { lt: new Date(Date.now() - unknownDays * dayMs) };
    await this.prisma.identity.deleteMany({ where: { personId: null, lastUsedAt, moves: { none: {} } } });
  }
}
