import { z } from 'zod';
import { type BodyRegistry, type RegisteredBody, RegistryUnavailable } from './body-registry.js';
import { circuit } from './circuit.js';
import { kindOfLegalForm } from './legal-forms.js';

const establishment = z.object({ siret: z.string(), etat_administratif: z.string().nullish() });
/** As much of an answer as is read; the API is open and has no key (recherche-entreprises.api.gouv.fr). */
const answer = z.object({
  results: z.array(
    z.object({
      nom_complet: z.string().min(1),
      nature_juridique: z.string().nullish(),
      siege: establishment.nullish(),
      matching_etablissements: z.array(establishment).nullish(),
    }),
  ),
});

interface Options {
  readonly timeoutMs?: number;
  readonly guard?: ReturnType<typeof circuit>;
}

/** The State's public search of companies, administrations and associations, or a service of the same shape at `baseUrl`. */
export function rechercheEntreprises(baseUrl: string, { timeoutMs = 3_000, guard = circuit() }: Options = {}): BodyRegistry {
  return {
    find: (siret) =>
      guard(async () => {
        const url = new URL('search', baseUrl.endsWith('/') ? baseUrl : `${baseUrl}/`);
        url.search = new URLSearchParams({ q: siret, page: '1', per_page: '5' }).toString();
        return found(siret, await read(url, timeoutMs));
      }),
  };
}

async function read(url: URL, timeoutMs: number): Promise<z.infer<typeof answer>> {
  try {
    // The address that was configured, and no other that it might send to.
    const options = { headers: { accept: 'application/json' }, redirect: 'error', signal: AbortSignal.timeout(timeoutMs) } as const;
    const response = await fetch(url, options);
    if (!response.ok) throw new Error(`It answered ${response.status}.`);
    return answer.parse(await response.json());
  } catch (error) {
    throw new RegistryUnavailable('The registry did not answer as expected.', { cause: error });
  }
}

/** The search is by words: only the establishment that has this very number counts. */
function found(siret: string, { results }: z.infer<typeof answer>): RegisteredBody | undefined {
  for (const { nom_complet, nature_juridique, siege, matching_etablissements } of results) {
    const one = [siege, ...(matching_etablissements ?? [])].find((place) => place?.siret === siret);
    if (!one) continue;
    const kind = kindOfLegalForm(nature_juridique ?? '');
    return {
      siret,
      name: nom_complet,
      ...(kind && { kind }),
      ...(one.etat_administratif === 'F' && { closed: true }),
      source: 'Recherche d’entreprises',
    };
  }
  return undefined;
}
