import { createHash } from 'node:crypto';
import { z } from 'zod';

const account = z.object({ email: z.string(), name: z.string(), role: z.string(), roleLabel: z.string() });

/** A fictitious person of the demonstration. */
export type Account = z.infer<typeof account>;

/** Who may be chosen; asked again at each page, since people come and go. */
export type ReadAccounts = () => Promise<readonly Account[]>;

/** The accounts of the demonstration server at this address. */
export const accountsOf =
  (baseUrl: string): ReadAccounts =>
  async () => {
    const response = await fetch(new URL('/api/demonstration/accounts', baseUrl), { signal: AbortSignal.timeout(10_000) });
    if (!response.ok) throw new Error(`The demonstration accounts could not be read: ${String(response.status)}`);
    return z.array(account).parse(await response.json());
  };

/** How the provider names an account to applications: the same for ever, and telling nothing. */
export const subjectOf = ({ email }: Account) => createHash('sha256').update(`jalon demonstration ${email}`).digest('base64url');

const scopesAndClaims: Readonly<Record<string, (account: Account) => string>> = {
  given_name: ({ name }) => name.split(' ')[0] ?? name,
  usual_name: ({ name }) => name.split(' ').slice(1).join(' '),
  email: ({ email }) => email,
  uid: subjectOf,
};

/** As with ProConnect, each claim has a scope of the same name. */
export const scopes = Object.keys(scopesAndClaims);

/** Everything that may be said of an account. */
export const claimsOf = (one: Account) => Object.fromEntries(Object.entries(scopesAndClaims).map(([name, read]) => [name, read(one)]));
