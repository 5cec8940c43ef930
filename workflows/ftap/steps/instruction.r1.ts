import { workingDays } from '../../calendar/term.js';
import type { Answered, CaseFile } from '../../kit/case-file.js';
import type { PersonId } from '../../kit/people.js';
import { applicants, reviewersOf, type FtapInput } from '../input.js';
import { tooFarApart, weightedTotal } from '../marks.js';
import { expertOpinion, scoreApplication, type Grid } from '../tasks/instruction.js';

/** What the committee is given. */
export interface Study {
  /** Weighted totals of the grids, out of 20. */
  readonly totals: readonly number[];
  /** Opinions of the experts who answered. */
  readonly opinions: readonly string[];
}

/** F3 and F3b side by side: the reviewers mark, the experts answer or are done without. Who marked is added to `reviewers`. */
export async function instruct(file: CaseFile, input: FtapInput, reviewers: Set<PersonId>): Promise<Study> {
  const { call } = input;
  const [grids, opinions] = await Promise.all([
    reviewersMark(file, input),
    file.askAll(expertOpinion, {
      to: call.expertGroups.map((group) => ({ role: 'expert', group })),
      within: workingDays(10),
      maxExtensions: 1,
      onLapse: 'waive',
      except: applicants(input),
      context: { question: call.expertQuestion },
    }),
  ]);
  for (const { by } of grids) reviewers.add(by);
  return {
    totals: grids.map(({ answer }) => weightedTotal(answer, call)),
    opinions: opinions.flatMap((one) => (one.kind === 'answered' ? [one.answer.opinion] : [])),
  };
}

/** Two grids, blind until both are locked; a third reviewer when they are too far apart. */
async function reviewersMark(file: CaseFile, input: FtapInput): Promise<Answered<Grid>[]> {
  const { call } = input;
  const except = applicants(input);
  const common = { within: workingDays(25), context: { criteria: call.criteria }, seal: 'grids' };
  const reviewers = reviewersOf(call);
  const both = (await file.askAll(scoreApplication, { ...common, to: [reviewers, reviewers], differentPeople: true, except })).filter(
    isAnswered,
  );
  const [first, second] = both.map(({ answer }) => weightedTotal(answer, call));
  if (first === undefined || second === undefined || !tooFarApart(first, second, call)) return both;
  const third = await file.ask(scoreApplication, { ...common, to: reviewers, except: [...except, ...both.map(({ by }) => by)] });
  return [...both, third];
}

const isAnswered = <A>(one: Answered<A> | { kind: 'lapsed' }): one is Answered<A> => one.kind === 'answered';
