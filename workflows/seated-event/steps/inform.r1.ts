import type { CaseFile } from '../../kit/case-file.js';
import type { PersonId } from '../../kit/people.js';
import { occasionOf, type SeatedEventInput } from '../input.js';
import { launchHeld, seatNews, type LaunchHeld, type SeatNews } from '../news.js';
import { SeatList, type Change } from '../seat-list.js';

export type Inform = (changes: readonly Change[]) => void;

/** Tells each case what changes for it. */
export const informer =
  (file: CaseFile, input: SeatedEventInput): Inform =>
  (changes) => {
    for (const { case: ref, by, state, rank } of changes) {
      const news: SeatNews = { event: file.ref, occasion: occasionOf(input), state, ...(rank !== undefined && { rank }) };
      file.inform(ref, seatNews.key, news, by);
    }
  };

/** Each case hears whether its director was there. A year begins with its session, so that one is told as such. */
export function informAttendance(
  file: CaseFile,
  input: SeatedEventInput,
  {
    seated,
    present,
    by,
    inform,
  }: { readonly seated: SeatList['seated']; readonly present: ReadonlySet<PersonId>; readonly by: PersonId; readonly inform: Inform },
): void {
  for (const booking of seated) {
    const attended = present.has(booking.director);
    inform([{ case: booking.case, by, state: attended ? 'attended' : 'missed' }]);
    const held: LaunchHeld = { event: file.ref, occasion: occasionOf(input), attended };
    if (input.kind === 'session') file.inform(booking.case, launchHeld.key, held, by);
  }
}
