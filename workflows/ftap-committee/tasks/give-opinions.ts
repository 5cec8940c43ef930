import { z } from 'zod';
import { euros } from '../../ftap/application.js';
import { resultFields, resultOption, type CommitteeResult } from '../../ftap/tasks/committee.js';
import { defineTask } from '../../kit/procedure.js';
import type { CaseQuorum } from '../quorum.js';
import type { Marks } from '../ranking.js';

/** A case as the sitting has it before it: its marks, and whether there are enough members to decide on it. */
export interface CaseBefore {
  readonly ref: string;
  readonly title: string;
  readonly bodyName: string;
  readonly requestedCents: number;
  readonly floorCents: number;
  readonly totals: readonly number[];
  readonly opinions: readonly string[];
  readonly marks: Marks;
  readonly quorum: CaseQuorum;
}

export interface OpinionsContext {
  readonly metOn: string;
  /** What the opinions of this sitting may still propose of the envelope. */
  readonly leftCents: number;
  /** In the order of the ranking. */
  readonly cases: readonly CaseBefore[];
  /** Places on the waiting list that were given already. */
  readonly ranksTaken: readonly number[];
  /** Why the opinions are taken again, before the minutes are signed. */
  readonly correction?: string;
}

type WithoutSitting<R> = R extends unknown ? Omit<R, 'session' | 'metOn'> : never;
/** What the committee says of one case. */
export type Opinion = WithoutSitting<CommitteeResult>;

export interface Opinions {
  readonly results: Readonly<Record<string, Opinion>>;
}

export const proposedCents = (opinion: Opinion): number =>
  opinion.result === 'favourable' || opinion.result === 'reserved' ? opinion.amountCents : 0;

/** Without its quorum a case can only be postponed. */
function opinionOf(one: CaseBefore) {
  const { favourable, reserved, postponed, waitingList, unfavourable } = resultFields(one);
  const postponing = resultOption('postponed', postponed);
  const meta = { label: one.title, hint: before(one), caseRef: one.ref };
  if (!one.quorum.reached) return z.discriminatedUnion('result', [postponing], { error: withoutQuorum }).meta(meta);
  return z
    .discriminatedUnion(
      'result',
      [
        resultOption('favourable', favourable),
        resultOption('reserved', reserved),
        postponing,
        resultOption('waitingList', waitingList),
        resultOption('unfavourable', unfavourable),
      ],
      { error: 'Choisissez un avis.' },
    )
    .meta(meta);
}

const withoutQuorum = 'Le quorum n’est pas atteint sur ce dossier\u00a0: il ne peut être qu’ajourné.';
const notListed = 'Un de ces dossiers n’est pas de ceux dont l’avis vous revient.';

const french = (mark: number) => String(mark).replace('.', ',');

/** What the chair must have in sight: the average, the amount asked for, the quorum. */
function before({ bodyName, requestedCents, marks, quorum }: CaseBefore): string {
  const average = marks.average === undefined ? 'sans note' : `moyenne ${french(marks.average)}\u00a0/\u00a020`;
  const there = `${quorum.present} présent${quorum.present > 1 ? 's' : ''} pour un quorum de ${quorum.needed}`;
  const lacking = quorum.reached ? '' : '. Quorum non atteint\u00a0: le dossier ne peut être qu’ajourné';
  return `${bodyName}\u00a0: ${euros(requestedCents)} demandés, ${average}, ${there}${lacking}.`;
}

/** F4: the opinions of the sitting, case by case, under the envelope. */
export const giveOpinions = defineTask<Opinions, OpinionsContext>({
  key: 'give-opinions',
  label: 'Arrêter les avis du comité',
  help: 'Un avis par dossier. Le total des montants proposés tient dans l’enveloppe\u202f; les autres dossiers vont en liste d’attente.',
  form: ({ cases, leftCents, ranksTaken }) =>
    z.object({
      results: z
        .strictObject(Object.fromEntries(cases.map((one) => [one.ref, opinionOf(one)])), {
          error: ({ code }) => (code === 'unrecognized_keys' ? notListed : undefined),
        })
        .superRefine((results, context) => {
          const refuse = (path: string[], message: string) => {
            context.addIssue({ code: 'custom', path, message });
          };
          const ranks = new Set(ranksTaken);
          let total = 0;
          for (const [ref, opinion] of Object.entries(results as Opinions['results'])) {
            const over = total <= leftCents;
            total += proposedCents(opinion);
            if (over && total > leftCents)
              refuse([ref, 'amountCents'], `Le total proposé dépasse ce qui reste de l’enveloppe, soit ${euros(Math.max(0, leftCents))}.`);
            if (opinion.result !== 'waitingList') continue;
            if (ranks.has(opinion.rank)) refuse([ref, 'rank'], `Le rang ${opinion.rank} est déjà pris sur la liste d’attente.`);
            ranks.add(opinion.rank);
          }
        })
        .meta({ label: 'Avis du comité' }),
    }),
});
