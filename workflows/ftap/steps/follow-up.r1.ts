import { addDays, addMonths, type CivilDate } from '../../calendar/civil-date.js';
import { days, workingDays, type Term } from '../../calendar/term.js';
import type { CaseFile } from '../../kit/case-file.js';
import { effectsToMeasure } from '../effects-to-measure.js';
import type { Grant } from '../grant.js';
import { applicant, applicants, reviewersOf } from '../input.js';
import { measureLate } from '../money-clocks.js';
import { measureEffects, reviewEffects, type Measures } from '../tasks/follow-up.js';
import { countReconverted } from './funded-journeys.r1.js';

/** Days after the last day of a measure at which the case goes on without it [D]. */
const patience = 60;

/**
 * Each promised effect is measured some months after the end of the project; what was promised stays as it was written. Agents reconverted
 * are counted by the journeys themselves: nobody is asked for them.
 */
export async function followEffects(file: CaseFile, grant: Grant): Promise<void> {
  for (const months of grant.input.call.followUpMonths) {
    const on = addMonths(grant.endsOn, months);
    await file.wait(addDays(on, 1), 'effects');
    countReconverted(file, grant, months);
    if (effectsToMeasure(grant.input).length === 0) continue;
    const measured = await measureAt(file, grant, months, on);
    if (measured) keep(file, grant, months, measured);
    else file.tell({ role: 'programManager' }, 'effects-not-measured', { months });
  }
}

/** The measure that a reviewer accepted, or nothing when it never came. */
async function measureAt(file: CaseFile, grant: Grant, months: number, on: CivilDate): Promise<Measures | undefined> {
  let missing: string | undefined;
  let from = on;
  let term = days(60);
  for (;;) {
    const measures = await askForMeasures(file, grant, { months, from, term, missing });
    if (!measures) return undefined;
    const { answer } = await file.ask(reviewEffects, {
      to: reviewersOf(grant.input.call),
      within: workingDays(15),
      except: applicants(grant.input),
      context: { months },
    });
    if (answer.verdict === 'accept') return measures;
    ({ missing } = answer);
    file.tell(applicant, 'effects-incomplete', { months, missing });
    from = file.today();
    term = days(30);
  }
}

async function askForMeasures(
  file: CaseFile,
  { input, journeys }: Grant,
  { months, from, term, missing }: { months: number; from: CivilDate; term: Term; missing: string | undefined },
): Promise<Measures | undefined> {
  const late = file.clock(measureLate, { from, term: days(term.n + patience) });
  const reply = await file.ask(measureEffects, {
    to: applicant,
    within: term,
    countedFrom: from,
    context: {
      months,
      effects: effectsToMeasure(input),
      ...(journeys.started > 0 && { journeys: journeys.counts }),
      ...(missing !== undefined && { missing }),
    },
    until: late.expiry,
  });
  late.end();
  if (reply.kind === 'answered') return reply.answer;
  file.tell(applicant, 'effects-not-measured', { months });
  return undefined;
}

function keep(file: CaseFile, { input }: Grant, months: number, { effects }: Measures): void {
  for (const { key, unit } of effectsToMeasure(input)) {
    const measured = effects[key];
    if (measured) file.measure(`effect/${key}/m${months}`, measured.value, unit, measured.documents);
  }
}
