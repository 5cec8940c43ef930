import { randomBytes } from 'node:crypto';
import Provider from 'oidc-provider';
import { type ReadAccounts, claimsOf, scopes, subjectOf } from './accounts.js';
import type { Environment } from './environment.js';
import { escaped, page } from './html.js';
import { addPages, signInPath, signOutScriptPath } from './pages.js';

const seconds = 1;
const hours = 3_600 * seconds;
const algorithm = 'ES256';

type Settings = Pick<
  Environment,
  'JALON_OIDC_ISSUER' | 'JALON_OIDC_CLIENT_ID' | 'JALON_OIDC_CLIENT_SECRET' | 'JALON_BASE_URL' | 'IDENTITY_PROVIDER_KEY'
>;

/**
 * A real OpenID provider with one account for each persona, by ProConnect's rules: code flow with PKCE, codes and tokens of one minute,
 * scopes named as claims, userinfo as a signed JWT, `acr` on request, sign-out with `id_token_hint`. What it knows is kept in memory.
 */
export function createProvider(settings: Settings, accounts: ReadAccounts): Provider {
  const { JALON_BASE_URL: applicationUrl, JALON_OIDC_CLIENT_ID: client_id } = settings;
  const provider = new Provider(settings.JALON_OIDC_ISSUER, {
    clients: [
      {
        client_id,
        client_secret: settings.JALON_OIDC_CLIENT_SECRET,
        redirect_uris: [new URL('/api/session/callback', applicationUrl).href],
        post_logout_redirect_uris: [new URL('/connexion', applicationUrl).href],
        grant_types: ['authorization_code'],
        response_types: ['code'],
        token_endpoint_auth_method: 'client_secret_post',
        id_token_signed_response_alg: algorithm,
        userinfo_signed_response_alg: algorithm,
      },
    ],
    jwks: { keys: [{ ...settings.IDENTITY_PROVIDER_KEY, use: 'sig', alg: algorithm }] },
    enabledJWA: { idTokenSigningAlgValues: [algorithm], userinfoSigningAlgValues: [algorithm] },
    cookies: { keys: [randomBytes(32).toString('base64url')] },
    scopes: ['openid', ...scopes],
    claims: { openid: ['sub', 'acr', 'amr'], ...Object.fromEntries(scopes.map((scope) => [scope, [scope]])) },
    acrValues: ['eidas1', 'eidas2'],
    async findAccount(_context, accountId) {
      const account = (await accounts()).find((one) => subjectOf(one) === accountId);
      return account && { accountId, claims: async () => ({ sub: accountId, ...claimsOf(account) }) };
    },
    async loadExistingGrant({ oidc }) {
      // One application of the same house: nobody is asked whether it may know who they are.
      const grant = new oidc.provider.Grant({ clientId: oidc.client?.clientId, accountId: oidc.session?.accountId });
      grant.addOIDCScope(['openid', ...scopes].join(' '));
      grant.addOIDCClaims(['acr', 'amr']);
      await grant.save();
      return grant;
    },
    interactions: { url: (_context, { uid }) => signInPath(uid) },
    features: {
      devInteractions: { enabled: false },
      claimsParameter: { enabled: true },
      jwtUserinfo: { enabled: true },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource(context, form) {
          const button = '<button class="main" form="op.logoutForm" name="logout" value="yes">Se déconnecter</button>';
          context.body = page('Se déconnecter', form + button, signOutScriptPath);
        },
        postLogoutSuccessSource(context) {
          context.body = page('Vous êtes déconnecté', '<p>Vous pouvez fermer cette page.</p>');
        },
      },
    },
    ttl: { AuthorizationCode: 60, AccessToken: 60, IdToken: 60, Interaction: hours, Session: 12 * hours, Grant: 12 * hours },
    renderError(context, { error, error_description }) {
      context.type = 'html';
      context.body = page('La connexion n’a pas abouti', `<p>${escaped(`${error}: ${error_description ?? ''}`)}</p>`);
    },
  });
  addPages(provider, { accounts, applicationUrl });
  return provider;
}
