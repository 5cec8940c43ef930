import { typicalCourse } from '#workflows/cohort/course/index.js';
import type { ResultContext } from '#workflows/cohort/tasks/jury.js';
import type { OpenItem, Play, Player } from '#workflows/kit/rehearsal.js';
import { atOffice } from '../at-office.js';
import { Chance } from '../chance.js';
import { alma, ezra } from './cast.js';
import type { Member } from './member.js';
import * as words from './words.js';

const people: Readonly<Record<string, string>> = { 'manager-1': alma, 'manager-2': ezra };

const why = {
  resit: words.resitWhy,
  adjourned: words.adjournedWhy,
  fail: 'Le livrable ne montre pas encore une démarche complète.',
} as const;

/** Who has still to do tasks of a kind. */
export type Undone = Readonly<Partial<Record<string, readonly string[]>>>;

/** Plays everybody's part in a cohort: trainers confirm, the jury sits on its day, and says of each member what the table says. */
export function cohortPlayer(ref: string, members: readonly Member[], undone: Undone = {}): Player {
  /** How often each member was heard. */
  const heard = new Map<string, number>();
  const result = ({ to, context }: OpenItem, chance: Chance): Play => {
    const [owner = ''] = (context as ResultContext).people;
    const sitting = heard.get(owner) ?? 0;
    heard.set(owner, sitting + 1);
    const { results = [] } = members.find((one) => one.owner === owner) ?? {};
    const said = results[sitting] ?? 'pass';
    const answer = { result: said, why: said === 'pass' ? chance.pick(words.verdicts) : why[said] };
    return { afterHours: chance.between(1, 6), answer, by: to?.person ?? alma };
  };
  return (item) => {
    const chance = new Chance(`${ref} ${item.id}`);
    if (item.key === 'give-result') return result(item, chance);
    // It is left to somebody who signs in.
    if (undone[item.key]?.includes(item.to?.person ?? '')) return 'never';
    if (item.key === 'release-change') return { afterHours: 2, answer: { verdict: 'send' }, by: alma };
    const play = typicalCourse[item.key]?.(item) ?? 'never';
    if (play === 'never') return play;
    const act = { ...play, by: people[play.by] ?? play.by };
    return item.key === 'open-jury' ? act : atOffice(item, act, chance);
  };
}
