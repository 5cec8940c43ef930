import { z } from 'zod';
import { longText } from '../../kit/fields.js';
import { defineTask } from '../../kit/procedure.js';
import type { Session } from '../plan.js';

export type SessionContext = Pick<Session, 'id' | 'title' | 'on' | 'place'>;

export type Confirmation = { readonly verdict: 'confirm' } | { readonly verdict: 'unavailable'; readonly why: string };

/** The trainer of the next session says whether they will be there. */
export const confirmSession = defineTask<Confirmation, SessionContext>({
  key: 'confirm-session',
  label: 'Confirmer ma session',
  help: 'Dites si vous animerez cette session\u202f; le responsable de programme cherche sinon une autre solution.',
  form: z.discriminatedUnion('verdict', [
    z.object({ verdict: z.literal('confirm') }).meta({ label: 'Je serai là' }),
    z.object({ verdict: z.literal('unavailable'), why: longText({ label: 'Motif' }, { min: 5 }) }).meta({ label: 'Je ne pourrai pas' }),
  ]),
});
