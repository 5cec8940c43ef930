import { z } from 'zod';

/** What may have seats: a visit (phase 2 of the directors' year), an activity (phase 3), a session that opens a year (phase 1). */
export const eventKinds = { visit: 'Visite', activity: 'Activité', session: 'Séance de lancement' } as const;
export type EventKind = keyof typeof eventKinds;

const timeOfDay = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Indiquez une heure, par exemple 14:30.')
  .meta({ examples: ['14:30'] });

/** When and where, in Paris time. */
export const occasion = z.object({
  kind: z.enum(Object.keys(eventKinds) as [EventKind, ...EventKind[]]),
  title: z.string().min(1),
  place: z.string().min(1),
  on: z.iso.date(),
  startsAt: timeOfDay,
  endsAt: timeOfDay,
});
export type Occasion = z.infer<typeof occasion>;

/** What an event with seats is opened with. */
export const seatedEventInput = occasion.extend({
  /** Who offers it, and keeps its list. */
  owner: z.string(),
  /** The edition that it is offered to. */
  editionId: z.string(),
  seats: z.number().int().positive().max(1_000),
  zone: z.enum(['metropole', 'alsace-moselle', 'guadeloupe', 'martinique', 'guyane', 'reunion', 'mayotte']).default('metropole'),
});
export type SeatedEventInput = z.infer<typeof seatedEventInput>;

export const occasionOf = ({ kind, title, place, on, startsAt, endsAt }: Occasion): Occasion => ({
  kind,
  title,
  place,
  on,
  startsAt,
  endsAt,
});
