import { typicalPlayer as cohort } from './cohort/course/index.js';
import { yearCourse } from './directors-year/course/course.js';
import { typicalPlayer as session } from './ftap-committee/course/index.js';
import { typicalPlayer as grant } from './ftap/course/index.js';
import { playing } from './kit/course.js';
import type { Player } from './kit/rehearsal.js';
import { typicalPlayer as journey } from './reconversion/course/index.js';
import { typicalPlayer as review } from './reconversion-review/course/index.js';
import { typicalPlayer as event } from './seated-event/course/index.js';

/** Meetings are signs enough of a participant. The log, line by line, changes nothing of what follows and takes half the time. */
const withoutLog: Player = (item) => (item.key === 'log-written' ? 'never' : journey(item));

/** How people act on a case of each procedure when all goes well. */
const players: Readonly<Record<string, Player>> = {
  ftap: grant,
  'ftap-committee': session,
  cohort,
  'reconversion-3m': withoutLog,
  'reconversion-6m': withoutLog,
  'directors-year': playing(yearCourse),
  'seated-event': event,
  'reconversion-review': review,
};

/** @throws RangeError for a procedure of which nobody has said how it typically goes. */
export function typicalPlayerOf(procedure: string): Player {
  const player = players[procedure];
  if (!player) throw new RangeError(`No typical course of ${procedure}`);
  return player;
}
