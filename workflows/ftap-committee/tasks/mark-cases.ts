import { z } from 'zod';
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

const markOf = ({ ref, title, bodyName }: AgendaCase) =>
  z
    .object({ mark: score({ label: 'Note sur 20' }), favour: choice(favours, { label: 'Avis' }) })
    .meta({ label: title, hint: bodyName, caseRef: ref });

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
