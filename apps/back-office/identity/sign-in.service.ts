import { Inject, Injectable, Logger } from '@nestjs/common';
import { PrismaService } from '../database/prisma.service.js';
import { ENVIRONMENT, type Environment } from '../environment.js';
import { SessionStore } from '../session/session-store.js';
import { hashOf, newToken } from '../session/session-token.js';
import { IdentitiesService } from './identities.service.js';
import { type Identified, OpenIdProvider } from './open-id-provider.js';
import { returnPath } from './return-path.js';

/** Minutes that somebody has to identify themselves at the provider. */
const attemptMinutes = 10;
export const attemptSeconds = attemptMinutes * 60;

export type SignInOutcome =
  /** A session begins; its token is for the cookie. */
  | { readonly kind: 'signedIn'; readonly token: string; readonly returnTo: string }
  /** The provider knows them, Jalon does not. */
  | { readonly kind: 'unknown'; readonly idToken: string }
  /** Strong means were wanted, the provider has none for them. */
  | { readonly kind: 'weak' }
  | { readonly kind: 'failed' };

/** What the browser that comes back brings: the provider's answer in its address, and its cookies. */
interface ComingBack {
  readonly search: string;
  readonly attemptToken: string | undefined;
  readonly sessionToken: string | undefined;
  readonly userAgent: string | undefined;
}

/** To the provider and back. */
@Injectable()
export class SignInService {
  private readonly logger = new Logger('sign-in');

  constructor(
    private readonly prisma: PrismaService,
    private readonly provider: OpenIdProvider,
    private readonly identities: IdentitiesService,
    private readonly sessions: SessionStore,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  /** Where to send the browser, and the token that it must bring back; undefined when the provider does not answer. */
  async begin(wishedReturn: string | undefined, strong: boolean): Promise<{ url: string; token: string } | undefined> {
    const attempt = this.provider.newAttempt(strong);
    const url = await this.provider.authorizationUrl(attempt).catch((error: unknown) => this.note('The provider does not answer', error));
    if (url === undefined) return undefined;
    const token = newToken();
    await this.prisma.signInAttempt.deleteMany({ where: { expiresAt: { lt: new Date() } } });
    const expiresAt = new Date(Date.now() + attemptSeconds * 1_000);
    await this.prisma.signInAttempt.create({
      data: { tokenHash: hashOf(token), ...attempt, returnTo: returnPath(wishedReturn), expiresAt },
    });
    return { url, token };
  }

  /** What the browser brings back. The session that it had until now ends: a new one begins under a new token. */
  async finish(back: ComingBack): Promise<SignInOutcome> {
    const attempt = back.attemptToken === undefined ? undefined : await this.take(back.attemptToken);
    if (!attempt) return this.refused('no such attempt', { kind: 'failed' });
    const identified = await this.provider
      .identify(back.search, attempt)
      .catch((error: unknown) => this.note('The answer of the provider was refused', error));
    if (!identified) return { kind: 'failed' };
    if (attempt.strong && !this.isStrong(identified)) return this.refused('not by strong means', { kind: 'weak' });
    const { id, personId } = await this.identities.recognise(identified);
    if (personId === undefined) return this.refused('nobody whom Jalon knows', { kind: 'unknown', idToken: identified.idToken });
    if (back.sessionToken !== undefined) await this.sessions.end(back.sessionToken);
    const { acr, amr, idToken } = identified;
    const token = await this.sessions.begin({
      personId,
      identityId: id,
      amr,
      idToken,
      ...(acr !== undefined && { acr }),
      ...(back.userAgent !== undefined && { userAgent: back.userAgent }),
    });
    this.logger.log({ message: 'Signed in', personId, acr, strong: this.isStrong(identified) });
    return { kind: 'signedIn', token, returnTo: attempt.returnTo };
  }

  /** Ends the session; where to sign out of the provider too, if there is such a place and it answers. */
  async signOut(sessionToken: string | undefined, unknownIdToken: string | undefined): Promise<string | undefined> {
    const idToken = (sessionToken === undefined ? undefined : await this.sessions.end(sessionToken)) ?? unknownIdToken;
    if (idToken === undefined) return undefined;
    return this.provider.endSessionUrl(idToken).catch((error: unknown) => this.note('The provider does not answer', error));
  }

  private isStrong = ({ acr }: Identified) => acr !== undefined && this.environment.JALON_OIDC_STRONG_ACR.includes(acr);

  /** The attempt of this token, once. */
  private async take(token: string) {
    const tokenHash = hashOf(token);
    const attempt = await this.prisma.signInAttempt.findUnique({ where: { tokenHash } });
    const { count } = await this.prisma.signInAttempt.deleteMany({ where: { tokenHash, expiresAt: { gt: new Date() } } });
    return count === 1 ? (attempt ?? undefined) : undefined;
  }

  private refused(why: string, outcome: SignInOutcome): SignInOutcome {
    this.logger.warn({ message: 'Not signed in', why });
    return outcome;
  }

  /** Why, for whoever runs the service; never what the provider said of somebody. */
  private note(message: string, error: unknown): undefined {
    const { name, code } = error as { name?: string; code?: string };
    this.logger.warn({ message, error: name, code });
  }
}
