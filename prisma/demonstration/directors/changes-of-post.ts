import { addDays, type CivilDate } from '#workflows/calendar/civil-date.js';
import type { Act } from '#workflows/kit/messages.js';
import type { Intervention } from '#workflows/kit/journal.js';
import { Chance } from '../chance.js';
import type { Ensemble } from '../ensemble.js';
import { officeTime } from '../working-day.js';
import type { Bookings } from './bookings.js';
import type { Director } from './director.js';
import { ministries } from '../invented-bodies.js';
import { manager } from './planned-cases.js';

/** What becomes of a year after a change of post: it follows the director, waits, or ends. */
interface Change {
  readonly kind: 'follows' | 'waits' | 'ends';
  readonly wave: number;
  readonly daysAgo: number;
  /** Of a year that waited: when it went on. */
  readonly resumedAgo?: number;
}

/** Twelve; two of those that wait are still waiting. */
export const changesOfPost: readonly Change[] = [
  { kind: 'follows', wave: 1, daysAgo: 200 },
  { kind: 'follows', wave: 2, daysAgo: 120 },
  { kind: 'follows', wave: 2, daysAgo: 60 },
  { kind: 'follows', wave: 3, daysAgo: 12 },
  { kind: 'waits', wave: 1, daysAgo: 300, resumedAgo: 240 },
  { kind: 'waits', wave: 2, daysAgo: 150, resumedAgo: 95 },
  { kind: 'waits', wave: 2, daysAgo: 44 },
  { kind: 'waits', wave: 3, daysAgo: 16 },
  { kind: 'ends', wave: 1, daysAgo: 280 },
  { kind: 'ends', wave: 2, daysAgo: 133 },
  { kind: 'ends', wave: 2, daysAgo: 70 },
  { kind: 'ends', wave: 3, daysAgo: 20 },
];

/** Gives each change to a director of its wave whose year has begun and runs on that day. */
export function changePosts(ensemble: Ensemble, bookings: Bookings, directors: readonly Director[], today: CivilDate): void {
  const chance = new Chance('changes of post');
  const changed = new Set<Director>();
  const runs = (one: Director) => one.launched && !one.closed && !one.paused && !one.isLois && !changed.has(one);
  for (const change of changesOfPost) {
    ensemble.at(officeTime(addDays(today, -change.daysAgo), chance), async () => {
      const director = directors.findLast((one) => one.wave === change.wave && runs(one));
      if (!director) throw new Error(`Nobody of wave ${change.wave} can change post.`);
      changed.add(director);
      await leave(ensemble, bookings, director, change, today);
    });
  }
}

async function leave(ensemble: Ensemble, bookings: Bookings, director: Director, change: Change, today: CivilDate): Promise<void> {
  if (change.kind === 'ends') return act(ensemble, director, { kind: 'happen', id: 'year-ended', data: { why: 'changeOfPost' } });
  if (change.kind === 'follows') {
    const { id, body } = director.person;
    const next = ministries.find(({ siret }) => siret > body.siret) ?? ministries[0];
    if (!next) return;
    const transfer = { kind: 'transfer', owner: id, bodyName: next.name, siret: next.siret } as const;
    return intervene(ensemble, director, { ...transfer, reason: 'Nommé dans une autre administration, il poursuit son année.' });
  }
  director.leaving = true;
  await bookings.giveAllBack(director);
  const until = addDays(today, -(change.resumedAgo ?? -45));
  const pause = { kind: 'pause', cause: 'Changement de poste', until } as const;
  // The year hears of its seats before it stands still.
  ensemble.at(ensemble.now + 3_600_000, () =>
    intervene(ensemble, director, { ...pause, reason: 'La prise de poste demande quelques semaines.' }),
  );
  if (change.resumedAgo === undefined) return;
  ensemble.at(officeTime(until, director.chance), () =>
    intervene(ensemble, director, { kind: 'resume', reason: 'La prise de poste est achevée.' }),
  );
}

const intervene = (ensemble: Ensemble, director: Director, intervention: Intervention) =>
  act(ensemble, director, { kind: 'intervene', intervention });

async function act(ensemble: Ensemble, { ref }: Director, what: Act): Promise<void> {
  await ensemble.act(ref, { by: manager, roles: ['programManager'], act: what });
}
