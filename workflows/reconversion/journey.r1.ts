import type { CaseFile, Happened, Story } from '../kit/case-file.js';
import type { Outcome } from '../kit/journal.js';
import type { JourneyInput } from './input.js';
import { Journey } from './journey.js';
import { accompany } from './steps/accompany.r1.js';
import { applyAndAgree } from './steps/apply.r1.js';
import { assignAndFollow } from './steps/afterwards.r1.js';
import { signAll } from './steps/convention.r1.js';
import { beginFunded, followFunding } from './steps/funding.r1.js';
import { hearJury, prepareDefence } from './steps/defence.r1.js';
import { leave, offerLeaving, stop } from './steps/leaving.r1.js';
import { endLearning, followCalendar, followCoach } from './steps/listen.r1.js';
import type { Stop } from './steps/mid-term.r1.js';
import { liveMonths } from './steps/months.r1.js';
import { notifyResult } from './steps/result.r1.js';
import { awaitSeat } from './steps/seat.r1.js';
import { select } from './steps/select.r1.js';
import { offerTrackSwitch } from './steps/track.r1.js';
import { participant } from './input.js';
import type { JuryHeld } from './tasks/defence.js';
import type { Leaving } from './tasks/leaving.js';

/** A journey of reconversion, of three or six months: what differs is in its template. */
export const reconversionJourney: Story<JourneyInput> = async (file, input) => {
  const journey = new Journey(input);
  void followCalendar(file, journey);
  const refused = (await applyAndAgree(file, journey)) ?? (await select(file, journey));
  if (refused) return refused;
  void followFunding(file, journey);
  const unseated = await awaitSeat(file, journey);
  if (unseated) return unseated;
  void followCoach(file, journey);
  const jury = hearJury(file, journey);
  const unsigned = await signAll(file, journey);
  if (unsigned) return unsigned;
  const heard = await learn(file, journey, jury);
  if (!('result' in heard)) return heard;
  if (await notifyResult(file, journey, heard)) return assignAndFollow(file, journey);
  return { kind: 'failed', data: { validated: journey.validated } };
};

type Turn =
  | { readonly kind: 'heard'; readonly jury: JuryHeld }
  | { readonly kind: 'left'; readonly leaving: Happened<Leaving> }
  | { readonly kind: 'stopped'; readonly stop: Stop };

/** From day one to the jury's result, or to an earlier end. */
async function learn(file: CaseFile, journey: Journey, jury: Promise<Happened<JuryHeld>>): Promise<JuryHeld | Outcome> {
  const turn = await Promise.race([heardBy(jury), left(file), live(file, journey)]);
  if (turn.kind === 'left') return leave(file, journey, turn.leaving);
  if (turn.kind === 'stopped') return stop(file, journey, turn.stop);
  endLearning(file, journey);
  return turn.jury.result === 'resit' ? resit(file, journey, turn.jury) : turn.jury;
}

const heardBy = async (jury: Promise<Happened<JuryHeld>>): Promise<Turn> => ({ kind: 'heard', jury: (await jury).data });
const left = async (file: CaseFile): Promise<Turn> => ({ kind: 'left', leaving: await offerLeaving(file) });

/** Resolves only when the journey is stopped half-way: otherwise the jury, or the participant, ends it. */
async function live(file: CaseFile, journey: Journey): Promise<Turn> {
  await dayOne(file, journey);
  journey.keepMilestones(file.today());
  journey.measure(file, 'started', 1);
  beginFunded(file, journey);
  accompany(file, journey);
  void offerTrackSwitch(file, journey);
  const stopped = await liveMonths(file, journey);
  if (stopped) return { kind: 'stopped', stop: stopped };
  await prepareDefence(file, journey);
  return new Promise<never>(() => undefined);
}

async function dayOne(file: CaseFile, journey: Journey): Promise<void> {
  while (journey.calendar.startsOn > file.today())
    await file.wait(journey.calendar.startsOn, 'day-one', { until: journey.startMoved.next });
}

/** Once, within twenty working days; the journey may still be left. */
async function resit(file: CaseFile, journey: Journey, first: JuryHeld): Promise<JuryHeld | Outcome> {
  file.tell(participant, 'jury-resit', { resitBy: journey.calendar.resitBy, why: first.why });
  journey.measure(file, 'resit', 1);
  const turn = await Promise.race([heardBy(hearJury(file, journey, first)), left(file)]);
  if (turn.kind === 'left') return leave(file, journey, turn.leaving);
  endLearning(file, journey);
  return turn.kind === 'heard' ? turn.jury : first;
}
