import { Inject, Injectable } from '@nestjs/common';
import * as openid from 'openid-client';
import { ENVIRONMENT, type Environment } from '../environment.js';

/** What a sign-in that is under way must find again in the provider's answer. */
export interface Attempt {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** A strong authentication is wanted. */
  readonly strong: boolean;
}

/** What the provider says of somebody, checked. */
export interface Identified {
  readonly issuer: string;
  readonly subject: string;
  readonly idToken: string;
  readonly acr?: string;
  readonly amr: readonly string[];
  readonly email?: string;
  readonly name?: string;
}

/** Clocks of two servers differ. */
const toleratedSeconds = 30;
const patienceSeconds = 10;
/** Keys and addresses of a provider change rarely, but they do. */
const discoveredMs = 3_600_000;

/**
 * The provider by which people identify themselves, ProConnect or another: OpenID Connect, code flow with PKCE. What it sends is believed
 * once its signature, its issuer, its audience, its age, the nonce and the state are right; the library checks them.
 */
@Injectable()
export class OpenIdProvider {
  private known?: { readonly at: number; readonly configuration: Promise<openid.Configuration> };

  constructor(@Inject(ENVIRONMENT) private readonly environment: Environment) {}

  /** A new attempt; 256 random bits each. */
  newAttempt(strong: boolean): Attempt {
    return { state: openid.randomState(), nonce: openid.randomNonce(), verifier: openid.randomPKCECodeVerifier(), strong };
  }

  /** Where the browser is sent to. Nothing is asked that the provider may not know: ProConnect refuses the rest. */
  async authorizationUrl({ state, nonce, verifier, strong }: Attempt): Promise<string> {
    const acr = strong ? { essential: true, values: this.environment.JALON_OIDC_STRONG_ACR } : null;
    return openid.buildAuthorizationUrl(await this.configuration(), {
      redirect_uri: this.callback().href,
      scope: this.environment.JALON_OIDC_SCOPES.join(' '),
      state,
      nonce,
      code_challenge: await openid.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      claims: JSON.stringify({ id_token: { acr, amr: { essential: true } } }),
    }).href;
  }

  /** Takes the provider's answer, as it stands in the address that the browser came back to. Throws when anything in it is wrong. */
  async identify(search: string, { state, nonce, verifier }: Attempt): Promise<Identified> {
    const configuration = await this.configuration();
    const address = this.callback();
    address.search = search;
    const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true };
    const tokens = await openid.authorizationCodeGrant(configuration, address, checks);
    const claims = tokens.claims();
    if (!claims || tokens.id_token === undefined) throw new Error('The provider gave no id_token.');
    const person = await openid.fetchUserInfo(configuration, tokens.access_token, claims.sub);
    const [acr, email, name] = [text(claims.acr), text(person.email), fullName(person)];
    return {
      issuer: claims.iss,
      subject: claims.sub,
      idToken: tokens.id_token,
      amr: texts(claims.amr),
      ...(acr !== undefined && { acr }),
      ...(email !== undefined && { email }),
      ...(name !== undefined && { name }),
    };
  }

  /** Where a browser is sent to sign out of the provider too; undefined when the provider has no such address. */
  async endSessionUrl(idToken: string): Promise<string | undefined> {
    const configuration = await this.configuration();
    if (configuration.serverMetadata().end_session_endpoint === undefined) return undefined;
    return openid.buildEndSessionUrl(configuration, {
      id_token_hint: idToken,
      post_logout_redirect_uri: new URL('/connexion', this.environment.JALON_BASE_URL).href,
      state: openid.randomState(),
    }).href;
  }

  private callback = () => new URL('/api/session/callback', this.environment.JALON_BASE_URL);

  private configuration(): Promise<openid.Configuration> {
    if (!this.known || Date.now() - this.known.at > discoveredMs) {
      const configuration = this.discover();
      this.known = { at: Date.now(), configuration };
      // One that could not be found is looked for again at the next sign-in.
      configuration.catch(() => (this.known = undefined));
    }
    return this.known.configuration;
  }

  private discover(): Promise<openid.Configuration> {
    const { JALON_OIDC_ISSUER, JALON_OIDC_CLIENT_ID, JALON_OIDC_CLIENT_SECRET, JALON_OIDC_ID_TOKEN_ALG, JALON_OIDC_USERINFO_ALG } =
      this.environment;
    const issuer = new URL(JALON_OIDC_ISSUER);
    // The environment lets an address without TLS in for a demonstration only.
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- marked so only that it be noticed
    const execute = issuer.protocol === 'http:' ? [openid.allowInsecureRequests] : [];
    return openid.discovery(
      issuer,
      JALON_OIDC_CLIENT_ID,
      {
        client_secret: JALON_OIDC_CLIENT_SECRET,
        id_token_signed_response_alg: JALON_OIDC_ID_TOKEN_ALG,
        // Left out, userinfo is plain JSON; named, anything but a JWT signed so is refused.
        ...(JALON_OIDC_USERINFO_ALG !== undefined && { userinfo_signed_response_alg: JALON_OIDC_USERINFO_ALG }),
        [openid.clockTolerance]: toleratedSeconds,
      },
      openid.ClientSecretPost(JALON_OIDC_CLIENT_SECRET),
      { execute: [...execute, openid.enableNonRepudiationChecks], timeout: patienceSeconds },
    );
  }
}

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

const texts = (value: unknown): string[] => (Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []);

/** ProConnect gives `given_name` and `usual_name`; others `name`, or `family_name`. */
function fullName(person: openid.UserInfoResponse): string | undefined {
  const { given_name, usual_name = person.family_name, name } = person;
  const parts = [text(given_name), text(usual_name)].filter((part) => part !== undefined);
  return parts.length > 0 ? parts.join(' ') : text(name);
}
