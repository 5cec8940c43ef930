import { z } from 'zod';
import { choice, longText } from '../../kit/fields.js';
import { defineEvent, defineTask } from '../../kit/procedure.js';
import { journeyCalendar } from '../calendar.js';

const mastery = { yes: 'Oui', partly: 'En partie', no: 'Non' } as const;
export type Mastery = keyof typeof mastery;

interface Asked {
  readonly key: string;
  readonly label: string;
}

export interface PositioningContext {
  /** Label of the track; none where there is one way for all. */
  readonly track?: string;
  /** None: the positioning only sets the pace. */
  readonly prerequisites: readonly Asked[];
}

export interface Positioning {
  readonly prerequisites?: Readonly<Record<string, Mastery>> | undefined;
  readonly strengths: string;
  readonly needs: string;
}

/** R2, S2: where the candidate stands. */
export const takePositioning = defineTask<Positioning, PositioningContext>({
  key: 'take-positioning',
  label: 'Faire le point sur vos acquis',
  help: 'Répondez simplement\u00a0: ce n’est pas un examen. Vos réponses préparent l’entretien et le rythme du parcours.',
  atExpiry: 'Sans réponse à cette date, tout est regardé pendant l’entretien.',
  form: ({ prerequisites }): z.ZodType<Positioning> => {
    const asked = z
      .object(Object.fromEntries(prerequisites.map(({ key, label }) => [key, choice(mastery, { label })])))
      .meta({ label: 'Prérequis de la voie' });
    const rest = {
      strengths: longText({ label: 'Ce que vous savez déjà faire' }, { max: 4_000 }),
      needs: longText({ label: 'Ce qu’il vous faudra apprendre' }, { max: 4_000 }),
    };
    return prerequisites.length > 0 ? z.object({ prerequisites: asked, ...rest }) : z.object(rest);
  },
});

export interface SelectionContext {
  readonly track?: string;
  /** Prerequisites that the candidate does not say they meet. */
  readonly missing: readonly Asked[];
  /** Left out when the candidate did not answer. */
  readonly positioning?: Positioning;
}

interface Retained {
  readonly verdict: 'retain';
  readonly pace?: string | undefined;
  readonly derogation?: string | undefined;
}
export type Selection = Retained | { readonly verdict: 'refuse'; readonly reasons: string };

const retained = z.object({
  verdict: z.literal('retain'),
  pace: longText({ label: 'Rythme et appuis à prévoir' }, { max: 2_000 }).optional(),
});

const derogation = (missing: readonly Asked[]) =>
  longText(
    {
      label: 'Pourquoi retenir sans tous les prérequis',
      hint: `Non acquis\u00a0: ${missing.map(({ label }) => label).join('\u202f; ')}.`,
    },
    { min: 10, max: 2_000 },
  );

/** R2, S2: after an interview. Who lacks a prerequisite of the track is retained with a reason. */
export const selectCandidate = defineTask<Selection, SelectionContext>({
  key: 'select-candidate',
  label: 'Se prononcer sur la candidature',
  help: 'Après l’entretien, retenez la candidature ou refusez-la avec des motifs. Une place est ensuite attribuée dans l’ordre.',
  form: ({ missing }) =>
    z.discriminatedUnion('verdict', [
      (missing.length > 0 ? retained.extend({ derogation: derogation(missing) }) : retained).meta({ label: 'Retenir' }),
      z
        .object({
          verdict: z.literal('refuse'),
          reasons: longText({ label: 'Motifs', hint: 'En droit et en fait\u202f; le candidat les lira.' }, { min: 20 }),
        })
        .meta({ label: 'Ne pas retenir' }),
    ]),
});

const seat = journeyCalendar.omit({ sessions: true }).extend({ coach: z.string().min(1) });
export type Seat = z.infer<typeof seat>;
/** The dates that the candidate knows so far. */
export type SeatContext = Omit<Seat, 'coach'>;

/** The cohort gives a seat, at once or from its waiting list. */
export const seatGiven = defineEvent<Seat, SeatContext>({
  key: 'seat-given',
  label: 'Attribution d’une place',
  help: 'La promotion attribue les places dans l’ordre\u202f; rien n’est à enregistrer ici.',
  watchedBy: 'programManager',
  atExpiry: 'Sans place à cette date, la promotion commence sans le candidat.',
  form: () => seat,
});
