import { z } from 'zod';
import { text } from '../../kit/fields.js';
import { defineEvent } from '../../kit/procedure.js';

/** An application as the cohort receives it; its answers are the journey's to read. */
export interface Application {
  readonly owner: string;
  readonly track?: string | undefined;
  readonly employer?: string | undefined;
  /** The FTAP grant that funds this journey. */
  readonly fundedBy?: string | undefined;
  /** Who answers for the administration that will host the participant. */
  readonly host?: string | undefined;
  /** The earlier journey, when it ended, and its validated milestones, which are kept. */
  readonly readmittedFrom?: string | undefined;
  readonly leftOn?: string | undefined;
  readonly keeps?: readonly string[] | undefined;
  readonly application: Readonly<Record<string, unknown>>;
}

/** Somebody applies: the cohort opens a case for them. */
export const applicationReceived = defineEvent<Application>({
  key: 'application-received',
  label: 'Candidature reçue',
  help: 'Les candidatures se déposent sur la page de la cohorte.',
  watchedBy: 'programManager',
  form: z.object({
    owner: z.uuid(),
    track: z.string().max(60).optional(),
    employer: z.uuid().optional(),
    fundedBy: z.string().max(60).optional(),
    host: z.uuid().optional(),
    readmittedFrom: z.string().max(60).optional(),
    leftOn: z.iso.date().optional(),
    keeps: z.array(z.string().max(60)).max(20).optional(),
    application: z.record(z.string(), z.unknown()),
  }),
});

const ofMember = z.object({ ref: text({ label: 'Dossier du participant' }, { max: 60 }) });

/** A member's application was retained: their case asks for a seat. */
export const seatAsked = defineEvent<{ ref: string }>({
  key: 'seat-asked',
  label: 'Place demandée',
  help: 'Le dossier du participant la demande lui-même quand la candidature est retenue.',
  watchedBy: 'programManager',
  form: ofMember,
});

/** A member leaves while their case goes on: the seat is free at once. */
export const memberLeft = defineEvent<{ ref: string }>({
  key: 'member-left',
  label: 'Place libérée',
  help: 'Le dossier du participant le dit lui-même quand le parcours s’arrête.',
  watchedBy: 'programManager',
  form: ofMember,
});
