import { frenchDay } from '#workflows/calendar/french.js';
import type { Clash } from '#workflows/cohort/clashes.js';
import { places } from '#workflows/cohort/plan.js';
import type { PersonId } from '#workflows/kit/people.js';

const named: Readonly<Record<string, string>> = { start: 'Le début', jury: 'Le jury', resit: 'La seconde séance du jury' };

/** A date of a plan, as a sentence begins with it. */
export const dateWords = (what: string): string => named[what] ?? `La session « ${what} »`;

/** A clash in French. */
export function clashText(clash: Clash, nameOf: (person: PersonId) => string): string {
  switch (clash.kind) {
    case 'dayOff':
      return `${dateWords(clash.what)} tombe le ${frenchDay(clash.on)}, ${clash.holiday ? 'jour férié' : 'qui n’est pas un jour ouvré'}.`;
    case 'past':
      return `${dateWords(clash.what)} tombe le ${frenchDay(clash.on)}, qui est passé.`;
    case 'outside':
      return `${dateWords(clash.what)}, le ${frenchDay(clash.on)}, n’est pas entre le début de la cohorte et son jury.`;
    case 'place':
      return `${dateWords(clash.what)} et « ${clash.with} » ont le même lieu (${places[clash.place]}) le ${frenchDay(clash.on)}.`;
    case 'trainer':
      return `${nameOf(clash.person)} anime deux sessions le ${frenchDay(clash.on)} : « ${clash.what} » et « ${clash.with} ».`;
    case 'coachLoad':
      return `${nameOf(clash.person)} accompagne ${clash.held} participants pour ${clash.load} prévus.`;
    case 'recused':
      return clash.reached
        ? `${clash.people.map(nameOf).join(', ')} ne juge pas ${nameOf(clash.owner)} ; le quorum reste possible.`
        : `${clash.people.map(nameOf).join(', ')} ne juge pas ${nameOf(clash.owner)} : le quorum n’est pas possible.`;
  }
}

/** Everybody whom a clash names. */
export const peopleIn = (clash: Clash): PersonId[] =>
  clash.kind === 'recused' ? [clash.owner, ...clash.people] : 'person' in clash ? [clash.person] : [];
