import { workingDays } from '../../calendar/term.js';
import type { CaseFile } from '../../kit/case-file.js';
import { coachOf, direction, hostOf, programManager, type ReviewInput } from '../input.js';
import { stages } from '../stages.js';
import { contribute, type Contribution, type Voice } from '../tasks/contribute.js';

/** [D] */
const timeToContribute = workingDays(15);

/** Coaches, hosts and direction are heard at once; a voice that stays silent is named to the program manager, and done without. */
export async function hearAll(file: CaseFile, input: ReviewInput): Promise<Contribution[]> {
  file.enter(stages.contributions);
  const asked: readonly Voice[] = ['coach', 'employer', 'direction'];
  const replies = await file.askAll(contribute, {
    to: [coachOf(input), hostOf(input), direction],
    within: timeToContribute,
    onLapse: 'waive',
    differentPeople: true,
  });
  const heard = asked.flatMap((voice, index): Contribution[] => {
    const reply = replies[index];
    return reply?.kind === 'answered' ? [{ voice, ...reply.answer }] : [];
  });
  const silent = asked.filter((voice) => !heard.some((one) => one.voice === voice));
  if (silent.length > 0) file.tell(programManager, 'contributions-missing', { silent });
  return heard;
}
