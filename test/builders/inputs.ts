import { addDays, type CivilDate } from '#workflows/calendar/civil-date.js';
import { trial, type TrialInput } from './trial-procedure.js';
import { catalogue } from '#workflows/catalogue.js';
import type { BodyKind } from '#workflows/ftap/body-kinds.js';
import type { FtapInput } from '#workflows/ftap/input.js';
import type { Procedure } from '#workflows/kit/procedure.js';
import { ftapInput } from './ftap.js';
import { aSeatedEvent, aYear } from './directors-year.js';
import { aCohort, aPlan } from './cohort.js';
import { aJourney } from './reconversion.js';
import { aReview } from './reconversion-review.js';
import { aSession } from './ftap-committee.js';

/** A valid input for each procedure of the catalogue, for a case filed on a day: what the properties of every story start from. */
const inputs: Readonly<Record<string, (day: CivilDate) => unknown>> = {
  ftap: (day) =>
    ftapInput({
      call: {
        committeeDates: [100, 160, 220, 400, 600].map((after) => addDays(day, after)),
        yearEnd: { lastCommitment: '12-01', lastPayment: '12-10' },
      },
    }),
  'seated-event': (day) => aSeatedEvent({ on: addDays(day, 60) }),
  'directors-year': (day) => aYear({ startsOn: day }),
  'reconversion-3m': (day) => aJourney(3, day),
  'reconversion-6m': (day) => aJourney(6, day),
  'reconversion-review': () => aReview(),
  'ftap-committee': (day) => aSession({ metOn: addDays(day, 30) }),
  cohort: (day) => aCohort(day, { applicationsUntil: addDays(day, 60), plan: aPlan(addDays(day, 90)) }),
};

export interface Sample {
  readonly name: string;
  readonly procedure: Procedure;
  readonly input: unknown;
  /** The same for a case filed on another day: a test's clock may run far ahead. */
  readonly inputOn: (day: CivilDate) => unknown;
}

/** Every revision of every procedure, and the kit's trial procedure in its variants. Throws for a procedure without an input. */
export function samples(): Sample[] {
  return [
    trialSample('trial', { owner: 'applicant-1', experts: 3 }),
    trialSample('trial with a cohort and a child', { owner: 'applicant-1', experts: 0, cohortStarts: '2026-05-04', withChild: true }),
    ...catalogue.map((procedure) => {
      const input = inputs[procedure.id];
      if (!input) throw new RangeError(`test/builders/inputs.ts has no input for ${procedure.id}`);
      return { name: `${procedure.id} ${procedure.revision}`, procedure, input: input('2026-01-05'), inputOn: input };
    }),
  ];
}

/** Whether its story opens other cases: on the durable clock they live their own lives, which no player of a rehearsal plays. */
export const opensCases = ({ procedure, input }: Sample): boolean =>
  procedure.id === 'cohort' || (input as { withChild?: boolean }).withChild === true;

/** A grant under each other law: what depends on who asks, and on what is paid for. */
export function grantsOfOtherProfiles(): Sample[] {
  const of = (name: string, change: (input: FtapInput) => FtapInput): Sample[] =>
    samples()
      .filter(({ procedure }) => procedure.id === 'ftap')
      .map((sample) => {
        const inputOn = (day: CivilDate) => change(sample.inputOn(day) as FtapInput);
        return { ...sample, name: `${sample.name}, ${name}`, input: inputOn('2026-01-05'), inputOn };
      });
  return [
    ...of('of a service of the State', (input) => askedBy('stateService', input)),
    ...of('of an operator', (input) => askedBy('operator', input)),
    ...of('for an investment', (input) => ({ ...input, call: { ...input.call, investment: true } })),
  ];
}

const askedBy = (kind: BodyKind, { application, ...input }: FtapInput): FtapInput => ({
  ...input,
  application: { ...application, body: { ...application.body, kind } },
});

const trialSample = (name: string, input: TrialInput): Sample => ({
  name,
  procedure: trial as unknown as Procedure,
  input,
  inputOn: () => input,
});
