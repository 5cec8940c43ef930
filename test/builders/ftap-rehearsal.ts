import { ftapR1 } from '#workflows/ftap/ftap.r1.js';
import type { Application } from '#workflows/ftap/application.js';
import type { CallTerms } from '#workflows/ftap/call-terms.js';
import { instantAt } from '#workflows/calendar/paris-time.js';
import { rehearse, type OpenItem, type Play, type Rehearsal, type ScheduledAct } from '#workflows/kit/rehearsal.js';
import { ftapInput, players } from './ftap.js';

export { act, all, asked, intervene, letters, stages, told } from './read-rehearsal.js';

type Plays = Readonly<Record<string, (item: OpenItem) => Play>>;

/** A grant filed on 5 February 2024, in which everybody plays well but for what is changed. */
export const run = (
  plays: Plays = {},
  {
    call = {},
    application = {},
    acts = [],
    until,
    start = instantAt('2024-02-05', '10:00'),
  }: { call?: Partial<CallTerms>; application?: Partial<Application>; acts?: ScheduledAct[]; until?: number; start?: number } = {},
): Promise<Rehearsal> =>
  rehearse(
    ftapR1,
    { name: 'ftap', ref: 'FTAP-2024-000001', input: ftapInput({ call, application }), start, play: players(plays), acts },
    until === undefined ? {} : { until },
  );
