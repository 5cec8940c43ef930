import { days, workingDays } from '../../calendar/term.js';
import type { CaseFile } from '../../kit/case-file.js';
import { participant, programManager } from '../input.js';
import type { Journey } from '../journey.js';
import { decideTrackSwitch, trackSwitchRequested } from '../tasks/track.js';

/** Once, until the end of the fifth week; nothing where the journey has one way for all. */
export async function offerTrackSwitch(file: CaseFile, journey: Journey): Promise<void> {
  const { template } = journey.input;
  const others = template.tracks.filter(({ key }) => key !== journey.track?.key);
  if (others.length === 0) return;
  const asked = await file.expect(trackSwitchRequested, {
    from: participant,
    within: days(7 * template.switchUntilWeek - 1),
    countedFrom: journey.calendar.startsOn,
    onLapse: 'lapse',
    optional: true,
    context: { tracks: Object.fromEntries(others.map(({ key, label }) => [key, label])) },
  });
  if (asked.kind === 'lapsed') return;
  journey.sign.give();
  const { track, why } = asked.data;
  const wanted = others.find(({ key }) => key === track);
  if (!wanted) return;
  const { answer } = await file.ask(decideTrackSwitch, {
    to: programManager,
    within: workingDays(5),
    except: [journey.input.owner],
    context: { track, why, label: wanted.label },
  });
  const told = { label: wanted.label, reasons: answer.reasons };
  if (answer.verdict === 'refuse') {
    file.tell(participant, 'track-kept', told);
    return;
  }
  journey.track = wanted;
  journey.measure(file, 'trackSwitched', 1);
  file.tell(participant, 'track-switched', told);
  file.tell(journey.toCoach, 'track-switched', told);
}
