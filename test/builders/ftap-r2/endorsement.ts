import { z } from 'zod';
import { choice, longText } from '../../../workflows/kit/fields.js';
import { defineTask } from '../../../workflows/kit/procedure.js';

/** From this amount on, a proposal of the committee goes to the authority only when the direction has endorsed it. */
export const endorsedFromCents = 80_000_00;

export const endorseProposal = defineTask<{ verdict: 'endorse' | 'object'; why: string }>({
  key: 'endorse-proposal',
  label: 'Viser la proposition du comité',
  form: z.object({ verdict: choice({ endorse: 'Visa', object: 'Observations' }, { label: 'Visa' }), why: longText({ label: 'Motifs' }) }),
});
