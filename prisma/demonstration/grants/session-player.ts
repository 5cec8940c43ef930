import { instantAt } from '#workflows/calendar/paris-time.js';
import type { InterestsContext } from '#workflows/ftap-committee/tasks/declare-interests.js';
import type { Opinion, OpinionsContext } from '#workflows/ftap-committee/tasks/give-opinions.js';
import type { MarkContext } from '#workflows/ftap-committee/tasks/mark-cases.js';
import type { AttendanceContext } from '#workflows/ftap-committee/tasks/open-sitting.js';
import type { OpenItem, Play, Player } from '#workflows/kit/rehearsal.js';
import { Chance } from '../chance.js';
import { officeTimeAfter } from '../working-day.js';
import { committee } from './cast.js';
import { isUnfavourable } from './fates.js';
import type { PlannedGrant } from './plan.js';

interface Sitting {
  readonly chance: Chance;
  readonly grants: ReadonlyMap<string, PlannedGrant>;
  /** No session follows: what the envelope does not cover is not put off. */
  readonly isLast: boolean;
}

const turns: Readonly<Record<string, (item: OpenItem, sitting: Sitting) => Play>> = {
  'declare-interests': (item, { grants, chance }) => {
    const { cases } = item.context as InterestsContext;
    const place = committee.findIndex(({ person }) => person === item.to?.person);
    const tie = (ref: string) => (grants.get(ref)?.asideOf === place ? 'project' : 'none');
    const interests = Object.fromEntries(cases.map(({ ref }) => [ref, tie(ref)]));
    return later(item, chance, chance.between(0, 2), { ...(cases.length > 0 && { interests }), sincere: true });
  },
  'mark-cases': (item, { chance }) => {
    const { refs } = item.context as MarkContext;
    const mark = () => ({ mark: chance.between(10, 18), favour: chance.happens(0.8) ? 'favourable' : 'reserved' });
    return later(item, chance, chance.between(1, 3), { marks: Object.fromEntries(refs.map((ref) => [ref, mark()])) });
  },
  'open-sitting': (item) => {
    const { metOn, people } = item.context as AttendanceContext;
    const afterHours = (instantAt(metOn, '10:00') - item.openedAt) / 3_600_000;
    return { afterHours, answer: { sitting: 'held', present: people }, by: item.to?.person ?? '' };
  },
  'give-opinions': (item, sitting) => ({
    afterHours: 2.5,
    answer: { results: opinions(item.context as OpinionsContext, sitting) },
    by: item.to?.person ?? '',
  }),
  // On the day itself: by then the cases have heard.
  'sign-minutes': (item) => ({ afterHours: 4, answer: { verdict: 'sign', exact: true }, by: item.to?.person ?? '' }),
};

/** How the members prepare and sit. */
export function sessionPlayer(ref: string, grants: Sitting['grants'], { isLast }: Pick<Sitting, 'isLast'>): Player {
  const sitting = { chance: new Chance(`session ${ref}`), grants, isLast };
  return (item) => turns[item.key]?.(item, sitting) ?? 'never';
}

const later = (item: OpenItem, chance: Chance, days: number, answer: unknown): Play => ({
  afterHours: (officeTimeAfter(item.openedAt, days, chance) - item.openedAt) / 3_600_000,
  answer,
  by: item.to?.person ?? '',
});

/** In the order of the ranking, as far as the envelope goes; the others wait for money, or learn at the last session that none is left. */
function opinions({ cases, leftCents, ranksTaken }: OpinionsContext, { grants, isLast, chance }: Sitting): Record<string, Opinion> {
  let left = leftCents;
  let rank = Math.max(0, ...ranksTaken);
  return Object.fromEntries(
    cases.map(({ ref, requestedCents, quorum }): [string, Opinion] => {
      const fate = grants.get(ref)?.fate;
      if (!quorum.reached) return [ref, { result: 'postponed', why: 'Le quorum n’est pas atteint.' }];
      if (fate !== undefined && isUnfavourable(fate))
        return [ref, { result: 'unfavourable', why: 'Le budget porte pour l’essentiel sur l’exploitation, que le règlement exclut.' }];
      if (requestedCents <= left) {
        left -= requestedCents;
        if (chance.happens(0.8)) return [ref, { result: 'favourable', amountCents: requestedCents }];
        return [ref, { result: 'reserved', amountCents: requestedCents, reserves: 'Préciser le calendrier de la mise à disposition.' }];
      }
      if (isLast) return [ref, { result: 'unfavourable', why: 'L’enveloppe de l’appel est épuisée, et aucune autre séance ne suit.' }];
      return [ref, { result: 'waitingList', rank: ++rank, amountCents: requestedCents }];
    }),
  );
}
