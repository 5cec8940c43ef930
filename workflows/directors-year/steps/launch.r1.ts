import type { CivilDate } from '../../calendar/civil-date.js';
import { workingDays } from '../../calendar/term.js';
import type { CaseFile, Escalation } from '../../kit/case-file.js';
import { launchHeld } from '../../seated-event/news.js';
import { documents } from '../documents.js';
import { director, inPerson, type DirectorsYearInput } from '../input.js';
import { diagnose } from '../tasks/diagnosis.js';
import { type Commitment, prepareCommitment, signCommitment } from '../tasks/commitment.js';
import type { Year } from '../year.js';

/** Ten working days late, somebody calls [D, D1]. */
const personalCall: readonly Escalation[] = [
  { afterWorkingDays: 0, to: 'programManager' },
  { afterWorkingDays: 10, to: 'programManager' },
];

interface Launching {
  readonly year: Year;
  /** Resolves when it is too late for a year. */
  readonly until: Promise<unknown>;
  /** The director was not at the session: the year goes on meanwhile. */
  readonly absent: () => void;
}

/** D1: one session attended, the first or another one; then the diagnosis and the commitment. */
export async function launch(file: CaseFile, input: DirectorsYearInput, { year, until, absent }: Launching): Promise<void> {
  for (let nth = 1; ; nth++) {
    const held = await file.expect(launchHeld, {
      from: { role: 'programManager' },
      until,
      ...(nth === 1 && { countedFrom: input.launch.occasion.on, within: workingDays(5) }),
    });
    if (held.kind === 'lapsed') return;
    const { attended, occasion } = held.data;
    if (attended) return engage(file, input, { year, until, from: occasion.on });
    file.tell(director, 'launch-missed', occasion);
    absent();
  }
}

async function engage(
  file: CaseFile,
  input: DirectorsYearInput,
  { year, until, from }: Pick<Launching, 'year' | 'until'> & { readonly from: CivilDate },
): Promise<void> {
  year.launched = true;
  year.tell();
  const within = { countedFrom: from, within: workingDays(input.terms.commitmentWorkingDays), until, escalation: personalCall };
  const [, commitment] = await Promise.all([file.ask(diagnose, { to: director, ...within }), commit(file, input, within)]);
  if (!commitment) return;
  year.commitment = commitment;
  year.tell();
}

/** Prepared by whoever acts for the director, signed by the director, who may have it taken up again. */
async function commit(
  file: CaseFile,
  input: DirectorsYearInput,
  within: { readonly countedFrom: CivilDate; readonly until: Promise<unknown> },
): Promise<Commitment | undefined> {
  let again: { readonly previous: Commitment; readonly correction: string } | undefined;
  for (;;) {
    const prepared = await file.ask(prepareCommitment, { to: director, context: { ...again }, ...within });
    if (prepared.kind === 'lapsed') return undefined;
    const context = { editionTitle: input.editionTitle, ...prepared.answer };
    const signed = await file.ask(signCommitment, { to: inPerson(input), context, ...within });
    if (signed.kind === 'lapsed') return undefined;
    if (signed.answer.verdict === 'sign') {
      file.produce(documents.commitment, { ...context, signedOn: signed.on });
      file.tell(director, 'commitment-signed', prepared.answer);
      return prepared.answer;
    }
    again = { previous: prepared.answer, correction: signed.answer.why };
  }
}
