import type Provider from 'oidc-provider';
import { type ReadAccounts, subjectOf } from './accounts.js';
import { page } from './html.js';
import { signInPage } from './sign-in-page.js';
import { signOutScript, style } from './style.js';

type Context = Parameters<Parameters<Provider['use']>[0]>[0];

/** Where somebody chooses an account; the provider's own addresses are elsewhere. */
export const signInPath = (uid: string) => `/connexion/${uid}`;
/** Runs on the sign-out page. */
export const signOutScriptPath = '/sortie.js';

const mostBytes = 10_000;

/** Answers what the provider itself does not: the page where one signs in, its looks, whether it runs. */
export function addPages(provider: Provider, { accounts, applicationUrl }: { accounts: ReadAccounts; applicationUrl: string }): void {
  const policy = `default-src 'none'; style-src 'self'; script-src 'self'; form-action 'self' ${new URL(applicationUrl).origin}; base-uri 'none'; frame-ancestors 'none'`;

  provider.use(async (context, next) => {
    context.set({ 'content-security-policy': policy, 'referrer-policy': 'no-referrer', 'x-content-type-options': 'nosniff' });
    if (context.path === '/health') context.body = 'ok';
    else if (context.path === '/style.css') send(context, 'text/css', style);
    else if (context.path === signOutScriptPath) send(context, 'text/javascript', signOutScript);
    else if (!context.path.startsWith(signInPath(''))) await next();
    else await signIn(context);
  });

  async function signIn(context: Context): Promise<void> {
    const { req, res } = context;
    context.set('cache-control', 'no-store');
    const details = await provider.interactionDetails(req, res).catch(() => undefined);
    if (!details || context.path !== signInPath(details.uid)) {
      context.status = 400;
      send(context, 'text/html', page('Cette page n’est plus valable', '<p>Revenez à l’application, puis identifiez-vous de nouveau.</p>'));
      return;
    }
    const list = await accounts();
    if (context.method !== 'POST') {
      const strongWanted = details.prompt.reasons.some((reason) => reason.startsWith('essential_acr'));
      send(context, 'text/html', signInPage(list, strongWanted));
      return;
    }
    const form = await formOf(context);
    const account = list.find(({ email }) => email === form.get('account'));
    context.assert(account, 400);
    const strong = form.get('strong') === '1';
    const login = {
      accountId: subjectOf(account),
      remember: false,
      acr: strong ? 'eidas2' : 'eidas1',
      amr: strong ? ['pwd', 'mfa'] : ['pwd'],
    };
    context.respond = false;
    await provider.interactionFinished(req, res, { login }, { mergeWithLastSubmission: false });
  }
}

function send(context: Context, type: string, body: string): void {
  context.type = type;
  context.body = body;
}

async function formOf(context: Context): Promise<URLSearchParams> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of context.req as AsyncIterable<Buffer>) {
    size += chunk.length;
    context.assert(size <= mostBytes, 413);
    chunks.push(chunk);
  }
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
}
