import type { CaseFile } from '../../kit/case-file.js';
import { letters } from '../documents.js';
import { employerOf, participant } from '../input.js';
import type { Journey } from '../journey.js';
import type { JuryHeld } from '../tasks/defence.js';
import { contest } from './appeal.r1.js';
import { tellGrant } from './funding.r1.js';

/** The result is notified. A failure may be contested before another jury. Returns whether the journey is completed. */
export async function notifyResult(
  file: CaseFile,
  journey: Journey,
  { heldOn, result, judges, recused = [], why }: JuryHeld,
): Promise<boolean> {
  journey.isOver = true;
  const { label } = journey.input.template;
  file.produce(letters.juryResult, { journey: label, heldOn, result, judges, why, validated: journey.validatedLabels });
  if (result !== 'pass') {
    file.tell(participant, 'jury-failed');
    const appeal = await contest(file, journey, { against: 'jury', to: { role: 'juryMember' }, notBy: [...judges, ...recused] });
    if (appeal.kind !== 'annulled') {
      certify(file, journey, 'attended');
      journey.measure(file, 'completed', 0);
      tellGrant(file, journey, { what: 'failed' });
      return false;
    }
  }
  certify(file, journey, 'completed');
  file.tell(participant, 'jury-passed');
  file.tell(employerOf(journey.input), 'journey-completed');
  journey.measure(file, 'completed', 1);
  tellGrant(file, journey, { what: 'completed' });
  return true;
}

/** A proof of what was learned; a journey that ended early or was not passed tells its validated milestones, if there are any. */
export function certify(file: CaseFile, journey: Journey, kind: 'completed' | 'attended'): void {
  const { template } = journey.input;
  const validated = journey.validatedLabels;
  if (kind === 'attended' && validated.length === 0) return;
  file.produce(letters.certificate, {
    kind,
    journey: template.label,
    months: template.months,
    startsOn: journey.calendar.startsOn,
    validated,
    ...(journey.track && { track: journey.track.label }),
  });
}
