import type { CaseFile } from '../../kit/case-file.js';
import type { Outcome } from '../../kit/journal.js';
import type { PersonId } from '../../kit/people.js';
import { openAccount } from '../account.js';
import { Grant } from '../grant.js';
import { applicant, type FtapInput } from '../input.js';
import { stages } from '../stages.js';
import { closeAccount } from './final-account.r1.js';
import { watchForBreaches } from './clawback.r1.js';
import { commitCredits } from './commitment.r1.js';
import { agreeOnConvention } from './convention.r1.js';
import type { Award } from './decision.r1.js';
import { followEffects } from './follow-up.r1.js';
import { hearJourneys } from './funded-journeys.r1.js';
import { runProject } from './project.r1.js';

/**
 * F6 to the last measure: the award is signed, its credits committed, its project carried out and paid, its account closed, its effects
 * measured.
 */
export async function carryOut(file: CaseFile, input: FtapInput, award: Award, reviewers: readonly PersonId[]): Promise<Outcome> {
  const { amountCents, by, decidedOn } = award;
  const grant = new Grant(input, { awardedBy: by, decidedOn, reviewers }, openAccount(amountCents));
  grant.enter(file, stages.convention);
  const givenUp = await agreeOnConvention(file, grant);
  if (givenUp) return givenUp;
  void hearJourneys(file, grant);
  return Promise.race([liveThrough(file, grant), watchForBreaches(file, grant)]);
}

async function liveThrough(file: CaseFile, grant: Grant): Promise<Outcome> {
  grant.enter(file, stages.commitment);
  await commitCredits(file, grant, grant.amountCents);

  grant.enter(file, stages.execution);
  const reports = await runProject(file, grant);

  grant.enter(file, stages.closing);
  await closeAccount(file, grant, reports);

  grant.enter(file, stages.followUp);
  await followEffects(file, grant);
  // A breach that is being looked into is decided on first.
  await grant.holds.whenLifted;
  file.tell(applicant, 'completed');
  return grant.outcome('completed');
}
