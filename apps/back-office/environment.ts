import { z } from 'zod';
import { readProofKey } from '#activities/proof/proof-key.js';
import { readServiceContact, type ServiceContact } from '#activities/service-contact.js';
import { isSiret } from '#workflows/ftap/siret.js';
import { whyNotIssuer } from './identity/issuer-rule.js';
import { type DataProtectionContact, readDataProtectionContact } from './register/data-protection-contact.js';
import { openDataScopes } from './open-data/publication.js';

const yes = z.enum(['0', '1'], 'attendu : 0 ou 1').transform((value) => value === '1');
const words = z.string().transform((text) => text.trim().split(/\s+/));
const signatures = ['RS256', 'PS256', 'ES256'] as const;
const privateKey =
  'une clé privée Ed25519 (PKCS8), en PEM, en base64 ou par son chemin, par exemple de «\u00a0openssl genpkey -algorithm ed25519\u00a0»';
const proofKey = z.string(`obligatoire\u00a0: ${privateKey}`).transform((text, context) => {
  try {
    return readProofKey(text);
  } catch {
    context.addIssue({ code: 'custom', message: `attendu\u00a0: ${privateKey}` });
    return z.NEVER;
  }
});

const fields = z.object({
  DATABASE_URL: z
    .string('obligatoire : postgresql://rôle:mot-de-passe@hôte/base')
    .regex(/^postgres(ql)?:\/\//, 'attendu : une adresse postgresql://'),
  TEMPORAL_ADDRESS: z
    .string()
    .regex(/^[^:\s]+:\d+$/, 'attendu : hôte:port')
    .default('127.0.0.1:7233'),
  TEMPORAL_NAMESPACE: z.string().min(1).default('default'),
  TEMPORAL_TASK_QUEUE: z.string().min(1).default('jalon'),
  TEMPORAL_UI_URL: z.url('attendu : une adresse http').optional(),
  PORT: z.coerce.number('attendu : un numéro de port').int().min(0).max(65_535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  /** Folder of the local file store; or an object store, see activities/documents. */
  JALON_FILES: z.string().optional(),
  JALON_S3_BUCKET: z.string().optional(),
  JALON_S3_REGION: z.string().optional(),
  JALON_S3_ENDPOINT: z.url('attendu : une adresse http').optional(),
  JALON_S3_ACCESS_KEY_ID: z.string().optional(),
  JALON_S3_SECRET_ACCESS_KEY: z.string().optional(),
  /** A ClamAV daemon that looks at every file which people send, such as `127.0.0.1:3310`; left out, none does. */
  JALON_CLAMAV: z
    .string()
    .regex(/^[^:\s]+:\d+$/, 'attendu\u00a0: hôte:port')
    .optional(),
  /** Where weaknesses are reported, in `/.well-known/security.txt`; left out, the address of JALON_SERVICE. */
  JALON_SECURITY_CONTACT: z
    .string()
    .regex(/^(mailto:[^\s@]+@[^\s@]+|https:\/\/\S+)$/, 'attendu\u00a0: mailto:adresse ou https://adresse')
    .optional(),
  /** Keys of the payload codec, read by activities/codec. */
  JALON_CODEC_KEYS: z.string('obligatoire : {"current": "k1", "keys": {"k1": "<32 octets en base64>"}}'),
  /** Signs the packs by which a case is proved: see activities/proof. */
  JALON_PROOF_KEY: proofKey,
  /** The service in charge, in JSON, as letters name it; left out, that of the demonstration. See activities/service-contact.ts. */
  JALON_SERVICE: z
    .string()
    .optional()
    .transform((text, context): ServiceContact => {
      try {
        return readServiceContact(text);
      } catch {
        context.addIssue({ code: 'custom', message: 'attendu\u00a0: le service en JSON, comme pour le worker' });
        return z.NEVER;
      }
    }),
  /** The data protection officer, in JSON; left out, that of the demonstration. See register/data-protection-contact.ts. */
  JALON_DPO: z
    .string()
    .optional()
    .transform((text, context): DataProtectionContact => {
      try {
        return readDataProtectionContact(text);
      } catch {
        context.addIssue({ code: 'custom', message: 'attendu\u00a0: {"name": "…", "email": "…", "address": ["…"]}' });
        return z.NEVER;
      }
    }),
  /** How long a session lasts without a request; twelve hours in all. */
  JALON_SESSION_IDLE_MINUTES: z.coerce.number('attendu\u00a0: un nombre de minutes').int().min(6).max(720).default(120),
  /** The OpenID provider by which people identify themselves: ProConnect, or another. */
  JALON_OIDC_ISSUER: z.url('obligatoire\u00a0: l’adresse du fournisseur d’identité, par exemple https://auth.agentconnect.gouv.fr/api/v2'),
  JALON_OIDC_CLIENT_ID: z.string('obligatoire\u00a0: l’identifiant reçu du fournisseur d’identité').min(1),
  JALON_OIDC_CLIENT_SECRET: z
    .string('obligatoire\u00a0: le secret reçu du fournisseur d’identité')
    .min(16, 'attendu\u00a0: 16 caractères au moins'),
  /** What is asked of it: no more than who somebody is. */
  JALON_OIDC_SCOPES: words.default(['openid', 'given_name', 'usual_name', 'email']),
  /** How it signs, as was said when this application was registered there. */
  JALON_OIDC_ID_TOKEN_ALG: z.enum(signatures).default('RS256'),
  /** Left out, it gives userinfo as JSON; named, as a JWT signed so, and nothing else is taken. */
  JALON_OIDC_USERINFO_ALG: z.enum(signatures).optional(),
  /** It checks the addresses that it gives: somebody who was invited is met by theirs, the first time. */
  JALON_OIDC_TRUST_EMAIL: yes.default(false),
  /** Values of `acr` that stand for a strong authentication: what decisions need. */
  JALON_OIDC_STRONG_ACR: words.default(['eidas1-mfa', 'eidas2', 'eidas3']),
  JALON_DEMONSTRATION: yes.default(false),
  JALON_BASE_URL: z.url('attendu : l’adresse publique, par exemple https://jalon.exemple.gouv.fr').default('http://127.0.0.1:3000'),
  JALON_LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  /** Public registry of bodies, in the shape of « Recherche d’entreprises »; left out, the bodies that this installation knows. */
  JALON_REGISTRY_URL: z.url('attendu : une adresse http, par exemple https://recherche-entreprises.api.gouv.fr').optional(),
  /** How long a whole request may take to arrive, files of 50 MB on a slow line included. */
  JALON_REQUEST_SECONDS: z.coerce.number().int().min(1).default(600),
  /** Requests that one address may send in a minute: a whole service may stand behind one. */
  JALON_RATE_LIMIT: z.coerce.number().int().min(1).default(3_000),
  /** Requests that one session may send in a minute. */
  JALON_SESSION_RATE_LIMIT: z.coerce.number().int().min(1).default(600),
  /** Webhooks may lead into private networks, and to this machine without encryption; as for the worker. */
  JALON_WEBHOOK_PRIVATE: yes.default(false),
  /** Proxies whose `X-Forwarded-For` is believed: names or networks, see proxy-addr. */
  JALON_TRUSTED_PROXIES: z.string().default('loopback, linklocal, uniquelocal'),
  /** Which grants open data tells: those that the law wants published, or all. */
  JALON_OPEN_DATA: z.enum(openDataScopes, 'attendu\u00a0: legal ou all').default('legal'),
  /** Who gives the grants, as open data names it; left out, that of the demonstration. */
  JALON_GRANTOR_NAME: z.string().min(1).default('Campus du numérique public (démonstration)'),
  JALON_GRANTOR_SIRET: z.string().refine(isSiret, 'attendu\u00a0: un SIRET, 14 chiffres').default('99900001100018'),
  /** Journeys of reconversion that grants pay for in a year: ten in 2024, the project's default since. */
  JALON_FUNDED_JOURNEYS: z.coerce.number('attendu\u00a0: un nombre de parcours').int().min(0).max(1_000).default(10),
  /** How long an administrator reads a case that was opened to them by exception. */
  JALON_BREAK_GLASS_MINUTES: z.coerce.number('attendu\u00a0: un nombre de minutes').int().min(5).max(480).default(60),
  /** Whether the owner of a case sees in which roles it was read, and when. */
  JALON_OWNER_SEES_ACCESSES: yes.default(true),
  /** How long a person waits for the engine before being told that the answer is kept. */
  JALON_PATIENCE_SECONDS: z.coerce.number().min(1).max(60).default(10),
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url().optional(),
});

const schema = fields.superRefine((settings, context) => {
  const message = whyNotIssuer(settings);
  if (message !== undefined) context.addIssue({ code: 'custom', path: ['JALON_OIDC_ISSUER'], message });
});

export type Environment = Readonly<z.output<typeof schema>>;
/** Injection token of the environment. */
export const ENVIRONMENT = Symbol('environment');

/** Reads the settings once, at start; throws one French sentence for each that is wrong. */
export function readEnvironment(variables: NodeJS.ProcessEnv): Environment {
  const present = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const result = schema.safeParse(present);
  if (result.success) return result.data;
  const faults = result.error.issues.map(({ path, message }) => `  ${path.join('.')}\u00A0: ${message}`);
  throw new Error(`Réglages à corriger\u00A0:\n${faults.join('\n')}`);
}
