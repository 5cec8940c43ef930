import { z } from 'zod';
import { choice, documents, longText, text } from '../kit/fields.js';
import type { JourneyTemplate } from './template.js';

/** What an agent says when they apply (R0, S0); the employer's agreement in principle is asked for afterwards. */
const fields = {
  bodyName: text({ label: 'Votre administration' }),
  siret: z
    .string()
    .regex(/^\d{14}$/, 'Un SIRET compte 14 chiffres.')
    .optional()
    .meta({ widget: 'siret', label: 'SIRET de votre administration', hint: 'Facultatif.' }),
  currentPost: text({ label: 'Votre poste actuel' }),
  motivation: longText({ label: 'Votre motivation', hint: 'Ce que vous savez faire, et ce que vous voulez faire ensuite.' }, { min: 20 }),
  cv: documents({ label: 'Votre CV' }, { min: 1 }),
};

const application = z.object(fields);
export type Application = z.infer<typeof application>;

/** The form of an application: with a track where the journey has several. */
export function applicationForm({ tracks }: Pick<JourneyTemplate, 'tracks'>): z.ZodType<Application & { readonly track?: string }> {
  if (tracks.length === 0) return application;
  const options = Object.fromEntries(tracks.map(({ key, label }) => [key, label]));
  return z.object({
    ...fields,
    track: choice(options, { label: 'Voie souhaitée', hint: 'Vous pourrez en changer jusqu’à la fin de la cinquième semaine.' }),
  });
}
