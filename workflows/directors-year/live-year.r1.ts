import { addDays } from '../calendar/civil-date.js';
import { days, months, workingDays } from '../calendar/term.js';
import type { CaseFile, Story } from '../kit/case-file.js';
import type { Outcome } from '../kit/journal.js';
import { signal } from '../kit/signal.js';
import { projectionEnds } from './clocks.js';
import { documents } from './documents.js';
import { director, type DirectorsYearInput } from './input.js';
import { stages } from './stages.js';
import { launch } from './steps/launch.r1.js';
import { close, deepen, isWhole, missing, project } from './steps/phases.r1.js';
import { giveBackSeats, hearDeclined, hearNews } from './steps/places.r1.js';
import { holdExchange, lookBack, reviewCommitment } from './tasks/closing.js';
import { yearEnded } from './tasks/offers.js';
import { Year } from './year.js';

/** D1 to D4 for one director, then the follow-up; or its end, when the director has left. */
export const liveYear: Story<DirectorsYearInput> = async (file, input) => {
  const year = new Year();
  const over = signal();
  file.enter(stages.launch);
  file.tell(director, 'year-started', { ...input.launch.occasion, editionTitle: input.editionTitle });
  void hearNews(file, year, over.given);
  void hearDeclined(file, over.given);
  const lived = live(file, input, year);
  const ended = file.expect(yearEnded, { from: { role: 'programManager' }, optional: true, until: over.given });
  const outcome = await Promise.race([
    lived,
    ended.then((heard) => {
      if (heard.kind === 'lapsed') return lived;
      file.clear();
      giveBackSeats(file, year, heard.by);
      file.tell(director, 'year-ended', { why: heard.data.why });
      return { kind: 'ended', reason: heard.data.why };
    }),
  ]);
  over.give();
  return outcome;
};

async function live(file: CaseFile, input: DirectorsYearInput, year: Year): Promise<Outcome> {
  const closed = signal();
  const absence = signal();
  const launched = launch(file, input, { year, until: closed.given, absent: absence.give });
  const projection = file.clock(projectionEnds, { from: input.startsOn, term: months(input.terms.projectionMonths) });
  // Who could not come goes on with the year, and to another session. Nobody stays in phase 1 past month 6.
  await Promise.race([launched, absence.given, projection.expiry]);
  await project(file, input, year, projection);
  await deepen(file, input, year);

  file.enter(stages.closing);
  void review(file, input, year, closed.given);
  await close(file, input, year);
  const left = missing(input, year);
  closed.give();
  await file.ask(holdExchange, { to: { role: 'programManager' }, within: workingDays(20), onLapse: 'lapse' });
  attest(file, input, year);
  await followUp(file, input, year);
  giveBackSeats(file, year, input.owner);
  return { kind: isWhole(left) ? 'completed' : 'partial', data: left };
}

/** The commitment is reviewed once there is one, by the last day of the year, or of the catch-up where it was signed that late. */
async function review(file: CaseFile, { startsOn, terms }: DirectorsYearInput, year: Year, until: Promise<unknown>): Promise<void> {
  await year.until(() => year.commitment !== undefined);
  if (!year.commitment) return;
  const late = file.today() > addDays(startsOn, terms.yearDays);
  const within = days(terms.yearDays + (late ? terms.catchUpDays : 0));
  const reviewed = await file.ask(reviewCommitment, { to: director, context: year.commitment, countedFrom: startsOn, within, until });
  if (reviewed.kind === 'lapsed') return;
  year.review = reviewed.answer;
  year.tell();
}

/** The letter says what was done, and is silent about the rest. */
function attest(file: CaseFile, input: DirectorsYearInput, year: Year): void {
  const visits = year.attended('visit');
  const activities = year.attended('activity');
  const attestation = file.produce(documents.attestation, {
    editionTitle: input.editionTitle,
    startsOn: input.startsOn,
    endsOn: file.today(),
    launched: year.launched,
    visits,
    activities,
    ...(year.commitment && { commitment: year.commitment.text }),
    ...(year.review && { result: year.review.result }),
  });
  file.measure('visits-attended', visits, 'visites', [attestation]);
  file.measure('activities-attended', activities, 'activités', [attestation]);
  if (year.review) file.measure('commitment-kept', year.review.result === 'kept' ? 1 : 0, 'engagement', [attestation]);
  file.tell(director, 'attested');
}

async function followUp(file: CaseFile, { terms }: DirectorsYearInput, { commitment }: Year): Promise<void> {
  file.enter(stages.followUp);
  await file.wait(months(terms.followUpMonths), 'follow-up');
  if (!commitment) return;
  const said = await file.ask(lookBack, { to: director, context: commitment, within: days(30), onLapse: 'lapse' });
  const shares = { yes: 1, partly: 0.5, no: 0 };
  if (said.kind === 'answered') file.measure('change-still-there', shares[said.answer.still], 'engagement');
}
