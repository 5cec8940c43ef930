import { directorsYearR1 } from '#workflows/directors-year/directors-year.r1.js';
import type { DirectorsYearInput } from '#workflows/directors-year/input.js';
import type { AttendanceContext } from '#workflows/seated-event/attendance.js';
import { seatedEventInput, type SeatedEventInput } from '#workflows/seated-event/input.js';
import { seatedEventR1 } from '#workflows/seated-event/seated-event.r1.js';
import type { Procedure } from '#workflows/kit/procedure.js';
import { personId } from '../../seed-people.js';
import { Chance } from '../chance.js';
import type { Part } from '../rehearsed-case.js';
import { officeTimeAfter } from '../working-day.js';
import type { Director } from './director.js';
import type { PlannedEvent } from './edition-plan.js';
import { yearPlayer } from './year-player.js';

export const manager = personId('Maxence Parcours');

const erased = (procedure: unknown) => procedure as Procedure;

export const eventInput = (editionId: string, { occasion, seats }: PlannedEvent): SeatedEventInput =>
  seatedEventInput.parse({ ...occasion, seats, editionId, owner: manager });

/** Whether who holds a seat is there. */
export type Comes = (director: string, chance: Chance) => boolean;

/** A visit, an activity or a session; its list is made on the next working day, unless nobody has done that yet. */
export function eventPart(ref: string, input: SeatedEventInput, { comes, listed }: { comes: Comes; listed: boolean }): Part {
  const chance = new Chance(`event ${ref}`);
  return {
    procedure: erased(seatedEventR1),
    ref,
    input,
    by: manager,
    play: ({ key, context, openedAt }) => {
      if (key !== 'record-attendance' || !listed) return 'never';
      const present = (context as AttendanceContext).people.filter((person) => comes(person, chance));
      const afterHours = (officeTimeAfter(openedAt, 1, chance) - openedAt) / 3_600_000;
      return { afterHours, answer: { present }, by: manager };
    },
  };
}

export const yearPart = (director: Director, input: DirectorsYearInput): Part => ({
  procedure: erased(directorsYearR1),
  ref: director.ref,
  input,
  by: manager,
  play: yearPlayer(director),
});
