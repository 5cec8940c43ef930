import { z } from 'zod';
import { choice, commitment } from '../../kit/fields.js';
import { defineTask } from '../../kit/procedure.js';

/** Ties between a member and a case: their class only, nobody has to say more. */
const interests = {
  none: 'Aucun lien',
  body: 'J’appartiens ou j’ai appartenu à l’organisme',
  project: 'J’ai pris part au projet',
  personal: 'Lien familial ou personnel',
  financial: 'Intérêt financier',
  other: 'Autre lien',
} as const;

type Interest = keyof typeof interests;

export interface ListedCase {
  readonly ref: string;
  readonly title: string;
  readonly bodyName: string;
}

export interface InterestsContext {
  readonly metOn: string;
  /** What is to be declared on. */
  readonly cases: readonly ListedCase[];
  /** Cases of the member's own body: they stand aside from these whatever they declare. */
  readonly recused: readonly ListedCase[];
}

export interface Interests {
  readonly interests?: Readonly<Record<string, Interest>> | undefined;
  readonly sincere: true;
}

export const recusedBy = ({ interests: declared = {} }: Interests): string[] =>
  Object.entries(declared).flatMap(([ref, interest]) => (interest === 'none' ? [] : [ref]));

export const declareInterests = defineTask<Interests, InterestsContext>({
  key: 'declare-interests',
  label: 'Déclarer mes liens d’intérêts',
  help: 'Un lien avec un dossier vous en déporte\u00a0: vous ne le lirez pas, vous ne le noterez pas, et le quorum sera recalculé sans vous.',
  form: ({ cases }) =>
    z.object({
      ...(cases.length > 0 && {
        interests: z
          .strictObject(
            Object.fromEntries(
              cases.map(({ ref, title, bodyName }) => [ref, choice(interests, { label: `${title} – ${bodyName}`, hint: ref })]),
            ),
          )
          .meta({ label: 'Mes liens avec chaque dossier' }),
      }),
      sincere: commitment({ label: 'J’ai déclaré tous mes liens avec les dossiers de l’ordre du jour.' }),
    }) as unknown as z.ZodType<Interests>,
});
