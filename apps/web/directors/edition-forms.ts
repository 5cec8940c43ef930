import { z } from 'zod';
import { choice, civilDateField, longText, text } from '#workflows/kit/fields.js';
import { eventKinds } from '#workflows/seated-event/input.js';

const whole = (label: string, min: number, max: number) =>
  z
    .number({ error: 'Indiquez un nombre.' })
    .int('Indiquez un nombre entier.')
    .min(min, `${min} au moins.`)
    .max(max, `${max} au plus.`)
    .meta({ widget: 'number', label });
const time = (label: string) =>
  text({ label, hint: 'Heure de Paris, par exemple 14:30.' }).regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Indiquez une heure, par exemple 14:30.');

export const editionForm = z.object({
  title: text({ label: 'Titre de l’édition' }, { max: 120 }),
  startsOn: civilDateField({ label: 'Début' }),
  minimumVisits: whole('Visites attendues de chacun', 0, 10),
  minimumActivities: whole('Activités attendues de chacun', 0, 10),
});

export const eventForm = z.object({
  kind: choice(eventKinds, { label: 'Type' }),
  title: text({ label: 'Titre' }),
  place: text({ label: 'Lieu' }),
  on: civilDateField({ label: 'Date' }),
  startsAt: time('Début'),
  endsAt: time('Fin'),
  seats: whole('Places', 1, 1_000),
});

export const callOffForm = z.object({
  reason: longText({ label: 'Motif, lu par les inscrits' }, { min: 10, max: 500 }),
});
