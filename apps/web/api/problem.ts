import type { components } from './schema.js';

export type ProblemBody = components['schemas']['ProblemBody'];

/** Why a request was refused or could not be made, as the back office words it (RFC 9457). */
export class Problem extends Error {
  readonly code: string;
  readonly status: number;
  /** What the person can do. */
  readonly help: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly requestId?: string;

  constructor({ type, title, status, detail, fields = {}, requestId }: Partial<ProblemBody> & { title: string }) {
    super(title);
    this.name = 'Problem';
    this.code = type?.replace('urn:jalon:problem:', '') ?? 'unknown';
    this.status = status ?? 0;
    this.help = detail ?? 'Recommencez dans quelques instants.';
    this.fields = fields;
    this.requestId = requestId;
  }
}

const unreachable = new Problem({
  type: 'urn:jalon:problem:unreachable',
  title: 'Le serveur ne répond pas',
  detail: 'Vérifiez votre connexion\u00a0: ce que vous avez saisi reste sur cet appareil. Recommencez ensuite.',
});

/** Any failure as a problem that can be shown. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof TypeError) return unreachable;
  return problemOf(error, 0);
}

/** The problem in the body of a refused answer. */
export function problemOf(body: unknown, status: number): Problem {
  if (typeof body === 'object' && body !== null && 'title' in body && typeof body.title === 'string') {
    return new Problem(body as ProblemBody);
  }
  return new Problem({ title: 'Erreur inattendue', status, detail: 'Rechargez la page\u202f; si l’erreur persiste, prévenez le service.' });
}
