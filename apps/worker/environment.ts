import { z } from 'zod';
import { type CodecKeys, readCodecKeys } from '#activities/codec/codec-keys.js';
import { type FilePlace, filePlace } from '#activities/documents/open-file-store.js';
import { type ProofKey, readProofKey } from '#activities/proof/proof-key.js';
import { readServiceContact, type ServiceContact } from '#activities/service-contact.js';

/** A setting that another module reads, its errors told beside the others. */
const readBy = <T>(read: (text: string) => T) =>
  z.string('obligatoire').transform((text, context): T => {
    try {
      return read(text);
    } catch (error) {
      context.addIssue({ code: 'custom', message: error instanceof Error ? error.message.replaceAll(/\s+/g, ' ') : 'illisible' });
      return z.NEVER;
    }
  });

const schema = z.object({
  DATABASE_URL: z
    .string('obligatoire : postgresql://rôle:mot-de-passe@hôte/base')
    .regex(/^postgres(ql)?:\/\//, 'attendu : une adresse postgresql://'),
  TEMPORAL_ADDRESS: z
    .string()
    .regex(/^[^:\s]+:\d+$/, 'attendu : hôte:port')
    .default('127.0.0.1:7233'),
  TEMPORAL_NAMESPACE: z.string().min(1).default('default'),
  TEMPORAL_TASK_QUEUE: z.string().min(1).default('jalon'),
  /** Health and metrics. */
  WORKER_PORT: z.coerce.number('attendu : un numéro de port').int().min(0).max(65_535).default(3001),
  HOST: z.string().default('127.0.0.1'),
  /** Cases kept in memory between two acts: more memory, fewer replays. */
  WORKER_CACHED_CASES: z.coerce.number().int().min(1).default(500),
  /** Where Temporal's own library serves its Prometheus metrics, such as 0.0.0.0:9464; left out, it does not. */
  WORKER_ENGINE_METRICS: z
    .string()
    .regex(/^[^:\s]+:\d+$/, 'attendu : hôte:port')
    .optional(),
  JALON_CODEC_KEYS: readBy<CodecKeys>(readCodecKeys),
  /** Signs what proves that a case was destroyed; left out, none is. */
  JALON_PROOF_KEY: readBy<ProofKey>(readProofKey).optional(),
  JALON_SERVICE: readBy<ServiceContact>(readServiceContact).optional(),
  JALON_BASE_URL: z.url('attendu : l’adresse publique, par exemple https://jalon.exemple.gouv.fr').default('http://127.0.0.1:3000'),
  /** Left out, mails stay in the development outbox. */
  JALON_SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'attendu : smtps://utilisateur:mot-de-passe@hôte' }).optional(),
  JALON_MAIL_FROM: z.string().default('Jalon <ne-pas-repondre@exemple.gouv.invalid>'),
  /** Webhooks may lead into private networks, and to this machine without encryption. */
  JALON_WEBHOOK_PRIVATE: z
    .enum(['0', '1'], 'attendu : 0 ou 1')
    .transform((value) => value === '1')
    .default(false),
  JALON_LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url().optional(),
});

export type Environment = Readonly<z.output<typeof schema>> & { readonly files: FilePlace };
/** Injection token of the environment. */
export const ENVIRONMENT = Symbol('environment');

/** Reads the settings once, at start; throws one French sentence for each that is wrong. */
export function readEnvironment(variables: NodeJS.ProcessEnv): Environment {
  const present = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const result = schema.safeParse(present);
  const faults = result.success ? [] : result.error.issues.map(({ path, message }) => `${path.join('.')} : ${message}`);
  const files = attempt(() => filePlace(present), faults);
  if (!result.success || !files) throw new Error(`Réglages à corriger :\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
  return { ...result.data, files };
}

function attempt<T>(read: () => T, faults: string[]): T | undefined {
  try {
    return read();
  } catch (error) {
    faults.push((error as Error).message);
    return undefined;
  }
}
