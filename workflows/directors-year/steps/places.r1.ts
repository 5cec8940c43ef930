import type { CaseFile } from '../../kit/case-file.js';
import type { PersonId } from '../../kit/people.js';
import { presenceSaid } from '../../seated-event/bookings.js';
import { seatNews } from '../../seated-event/news.js';
import { director } from '../input.js';
import { offerDeclined } from '../tasks/offers.js';
import type { Year } from '../year.js';

/** Hears what becomes of each place, and says it to the director and their delegates. */
export async function hearNews(file: CaseFile, year: Year, until: Promise<unknown>): Promise<void> {
  for (;;) {
    const heard = await file.expect(seatNews, { from: { role: 'programManager' }, optional: true, until });
    if (heard.kind === 'lapsed') return;
    const { data } = heard;
    year.hear(data);
    const { event, occasion, state, rank } = data;
    // Who was there knows it; who has just said yes or no, too.
    if (state === 'attended' || state === 'coming') continue;
    file.tell(director, `seat-${state}`, { event, ...occasion, ...(rank !== undefined && { rank }) });
  }
}

/** What is not wanted is written down, so that it is not offered again. */
export async function hearDeclined(file: CaseFile, until: Promise<unknown>): Promise<void> {
  for (;;) {
    const heard = await file.expect(offerDeclined, { from: director, optional: true, until });
    if (heard.kind === 'lapsed') return;
  }
}

/** Seats that will not be used go to who waits for them. */
export function giveBackSeats(file: CaseFile, year: Year, by: PersonId): void {
  for (const event of year.held) file.inform(event, presenceSaid.key, { case: file.ref, coming: false }, by);
}
