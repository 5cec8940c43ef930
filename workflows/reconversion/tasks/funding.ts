import { z } from 'zod';
import { defineEvent } from '../../kit/procedure.js';

export interface NamedFunding {
  /** Reference of the grant; left out: none pays for the journey. */
  readonly grant?: string | undefined;
}

/** The service's own business: the participant's journey is the same, whoever pays for it. */
export const fundingNamed = defineEvent<NamedFunding>({
  key: 'funding-named',
  label: 'Subvention qui finance le parcours',
  help: 'Se choisit sur la page de la cohorte, parmi les subventions attribuées et en cours.',
  watchedBy: 'programManager',
  discreet: true,
  form: z.object({ grant: z.string().max(60).optional().meta({ label: 'Subvention' }) }),
});
