import { createPrivateKey, type JsonWebKey } from 'node:crypto';
import { z } from 'zod';

const address = (example: string) => z.url(`obligatoire : une adresse, par exemple ${example}`);

const schema = z
  .object({
    NODE_ENV: z.string().default('development'),
    JALON_DEMONSTRATION: z.enum(['0', '1'], 'attendu : 0 ou 1').default('0'),
    /** Where it is reached; it listens on that port of the machine itself and nowhere else. */
    JALON_OIDC_ISSUER: address('http://127.0.0.1:8405'),
    JALON_OIDC_CLIENT_ID: z.string().min(1).default('jalon'),
    JALON_OIDC_CLIENT_SECRET: z.string('obligatoire : un secret de 32 caractères au moins').min(32, 'attendu : 32 caractères au moins'),
    /** Where people come from and go back to. */
    JALON_BASE_URL: address('http://127.0.0.1:8400'),
    /** Signs what it says: kept, so that what it said before a restart can still be checked. */
    IDENTITY_PROVIDER_KEY: z.string('obligatoire : une clé P-256 (PKCS8) en base64').transform((text, context): JsonWebKey => {
      try {
        return createPrivateKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'pkcs8' }).export({ format: 'jwk' });
      } catch {
        context.addIssue({ code: 'custom', message: 'attendu : une clé P-256 (PKCS8) en base64' });
        return z.NEVER;
      }
    }),
  })
  .refine(({ NODE_ENV, JALON_DEMONSTRATION }) => NODE_ENV !== 'production' || JALON_DEMONSTRATION === '1', {
    path: ['JALON_DEMONSTRATION'],
    message: 'ce fournisseur d’identité laisse entrer tout le monde : il ne sert qu’à une démonstration',
  });

export type Environment = Readonly<z.output<typeof schema>>;

/** Reads the settings once, at start; throws one French sentence for each that is wrong. */
export function readEnvironment(variables: NodeJS.ProcessEnv): Environment {
  const result = schema.safeParse(variables);
  if (result.success) return result.data;
  const faults = result.error.issues.map(({ path, message }) => `  ${path.join('.')}\u00A0: ${message}`);
  throw new Error(`Réglages à corriger\u00A0:\n${faults.join('\n')}`);
}
