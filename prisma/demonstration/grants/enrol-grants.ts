import type { Attachment } from '#activities/demonstration/loading.js';
import { addDays, type CivilDate, type Instant } from '#workflows/calendar/civil-date.js';
import { civilDateAt, instantAt } from '#workflows/calendar/paris-time.js';
import { ftapR1 } from '#workflows/ftap/ftap.r1.js';
import type { Procedure } from '#workflows/kit/procedure.js';
import { Chance } from '../chance.js';
import { demoRef } from '../demo-ref.js';
import type { Ensemble } from '../ensemble.js';
import { officeTime } from '../working-day.js';
import { filing } from './application.js';
import { grantPlayer } from './grant-player.js';
import { type PastCall, pastCalls } from './past-calls.js';
import { dayOfYear, type PlannedGrant, plannedGrants } from './plan.js';
import { Sessions } from './sessions.js';

/** Grants that were added to an ensemble. */
export interface EnrolledGrants {
  /** Files that go with the application of a case, and with the answers that its people gave. */
  readonly attachmentsOf: (ref: string) => readonly Attachment[];
  /** Those that pay for journeys of reconversion. */
  readonly fundingRefs: readonly string[];
  readonly planned: ReadonlyMap<string, PlannedGrant>;
}

/** Adds the grants of the past calls and the sessions of their committee to an ensemble that is played until `now`. */
export function enrolGrants(ensemble: Ensemble, now: Instant): EnrolledGrants {
  const { desk, strasbourg } = pastCalls(civilDateAt(now));
  const attachments = new Map<string, readonly (readonly Attachment[])[]>();
  const planned = new Map<string, PlannedGrant>();
  const filings = plannedGrants.map((grant) => ({ grant, at: filedAt(grant, desk.opensOn, civilDateAt(now)) })).sort((a, b) => a.at - b.at);
  filings.forEach(({ grant, at }, place) => {
    const ref = demoRef('FTAP', civilDateAt(at), place + 1);
    planned.set(ref, grant);
    attachments.set(ref, file(ensemble, grant, { ref, at, call: grant.desk === 'strasbourg' ? strasbourg : desk }));
  });
  let sessions = 0;
  for (const call of [desk, strasbourg]) {
    const ofCall = new Map([...planned].filter(([, { desk: at }]) => (at === 'strasbourg') === (call === strasbourg)));
    new Sessions(ensemble, call, ofCall, () => ++sessions).plan(now);
  }
  return {
    attachmentsOf: (ref) => (attachments.get(ref) ?? []).flat(),
    fundingRefs: [...planned].flatMap(([ref, { fate }]) => (fate === 'paysForJourneys' ? [ref] : [])),
    planned,
  };
}

/** On a day of the year at a time of its own, or so many days ago in office hours. */
function filedAt({ filed, title }: PlannedGrant, opensOn: CivilDate, today: CivilDate): Instant {
  const chance = new Chance(`filing ${title}`);
  if (typeof filed === 'number') return officeTime(addDays(today, -filed), chance);
  const day = dayOfYear(filed.on, opensOn);
  return filed.time === undefined ? officeTime(day, chance) : instantAt(day, filed.time);
}

/** The case opens with its application; one that is withdrawn is, three weeks later. */
function file(ensemble: Ensemble, grant: PlannedGrant, { ref, at, call }: { ref: string; at: Instant; call: PastCall }) {
  const { input, attachments } = filing(grant, { ref, call, at });
  const player = grantPlayer(grant, ref, input);
  const { owner } = input;
  ensemble.open({ procedure: ftapR1 as unknown as Procedure, ref, input, by: owner, play: player.play }, at);
  if (grant.fate === 'withdrawn')
    ensemble.at(officeTime(addDays(civilDateAt(at), 9), new Chance(`withdrawal ${ref}`)), async () => {
      const intervention = { kind: 'withdraw', reason: 'Le projet est repris sur les crédits du ministère.' } as const;
      await ensemble.act(ref, { by: owner, roles: ['applicant'], act: { kind: 'intervene', intervention } });
    });
  return [attachments, player.attachments];
}
