import { z } from 'zod';
import { euros } from '../../ftap/application.js';
import { choice, score } from '../../kit/fields.js';
import { defineTask } from '../../kit/procedure.js';
import type { AgendaCase } from '../input.js';
import type { Mark } from '../ranking.js';

export interface MarkContext {
  readonly metOn: string;
  /** Only the cases on which the member sits: reading them follows from this list. */
  readonly refs: readonly string[];
  readonly cases: readonly AgendaCase[];
}

export interface CaseMarks {
  readonly marks: Readonly<Record<string, Mark>>;
}

const favours = { favourable: 'Favorable', reserved: 'Favorable avec réserves', unfavourable: 'Défavorable' } as const;

const markOf = (one: AgendaCase) =>
  z
    .object({ mark: score({ label: 'Note sur 20' }), favour: choice(favours, { label: 'Avis' }) })
    .meta({ label: one.title, hint: asStudied(one), caseRef: one.ref });

const expertWords: Readonly<Record<string, string>> = { favourable: 'favorable', reserved: 'réservé', unfavourable: 'défavorable' };

/** What the study of the case brought, in one line. */
function asStudied({ bodyName, requestedCents, totals, opinions }: AgendaCase): string {
  const given =
    totals.length === 0
      ? ''
      : `, notes des instructeurs ${totals.map((total) => String(total).replace('.', ',')).join(' et ')}\u00a0/\u00a020`;
  const said = opinions.length === 0 ? '' : `, avis d’experts ${opinions.map((one) => expertWords[one] ?? one).join(' et ')}`;
  return `${bodyName}\u00a0: ${euros(requestedCents)} demandés${given}${said}.`;
}

const notTheirs = 'Vous vous êtes déporté sur ce dossier\u00a0: vous ne pouvez ni le lire ni le noter.';

/** F4: each member marks alone; all marks are opened together when the sitting begins. */
export const markCases = defineTask<CaseMarks, MarkContext>({
  key: 'mark-cases',
  label: 'Noter les dossiers de la séance',
  help: 'Les notes restent fermées jusqu’à l’ouverture de la séance\u202f; elles sont alors ouvertes ensemble.',
  form: ({ cases }) =>
    z.object({
      marks: z
        .strictObject(Object.fromEntries(cases.map((one) => [one.ref, markOf(one)])), {
          error: ({ code }) => (code === 'unrecognized_keys' ? notTheirs : undefined),
        })
        .meta({ label: 'Dossiers' }),
    }),
});
