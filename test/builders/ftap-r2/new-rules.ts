import { workingDays } from '../../../workflows/calendar/term.js';
import type { CaseFile } from '../../../workflows/kit/case-file.js';
import { checkCompleteness } from '../../../workflows/ftap/tasks/completeness.js';
import { endorsedFromCents, endorseProposal } from './endorsement.js';

/** What asks something of somebody, whatever it asks: the overloads of the vocabulary only narrow what comes back. */
type Verb = (what: { readonly key: string }, options: object) => Promise<unknown>;

/** The task, or the event of a session, by which the committee says what it proposes. */
const committeeSpeaks = ['committee-result', 'committee-heard'];

/**
 * The vocabulary under the second revision's two rules. First: completeness is checked in ten working days. Second: what the
 * committee proposes from a certain amount on needs the direction's endorsement before it reaches the authority.
 */
export function underNewRules(file: CaseFile): CaseFile {
  const ask = file.ask as Verb;
  const expect = file.expect as Verb;
  const sooner = (task: { readonly key: string }, options: object) =>
    ask(task, task.key === checkCompleteness.key ? { ...options, within: workingDays(10) } : options);
  return {
    ...file,
    ask: endorsing(file, sooner) as CaseFile['ask'],
    expect: endorsing(file, expect) as CaseFile['expect'],
  };
}

const endorsing =
  (file: CaseFile, verb: Verb): Verb =>
  (what, options) =>
    committeeSpeaks.includes(what.key) ? verb(what, options).then((reply) => endorsed(file, reply)) : verb(what, options);

async function endorsed<T>(file: CaseFile, reply: T): Promise<T> {
  const { answer, data } = reply as { answer?: Said; data?: Said };
  const { result = '', amountCents = 0 } = answer ?? data ?? {};
  if (['favourable', 'reserved'].includes(result) && amountCents >= endorsedFromCents)
    await file.ask(endorseProposal, { to: { role: 'direction' }, within: workingDays(10) });
  return reply;
}

interface Said {
  readonly result?: string;
  readonly amountCents?: number;
}
