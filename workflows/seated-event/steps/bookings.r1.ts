import type { CaseFile } from '../../kit/case-file.js';
import { booked, presenceSaid } from '../bookings.js';
import type { SeatList } from '../seat-list.js';
import type { Inform } from './inform.r1.js';

interface Taking {
  readonly list: SeatList;
  readonly inform: Inform;
  readonly until: Promise<unknown>;
}

/** One request after the other, in the order in which they reach the case, until the event begins. */
export async function takeBookings(file: CaseFile, { list, inform, until }: Taking): Promise<void> {
  for (;;) {
    const heard = await file.expect(booked, { from: { role: 'director' }, optional: true, until });
    if (heard.kind === 'lapsed') return;
    inform(list.book(heard.data.case, heard.data.director, heard.by));
  }
}

/** Who comes, and who gives their place back. Until the attendance list, so that who has left is not counted as missing. */
export async function takeAnswers(file: CaseFile, { list, inform, until }: Taking): Promise<void> {
  for (;;) {
    const heard = await file.expect(presenceSaid, { from: { role: 'director' }, optional: true, until });
    if (heard.kind === 'lapsed') return;
    const { case: ref, coming } = heard.data;
    inform(coming ? list.comes(ref, heard.by) : list.giveBack(ref, heard.by));
  }
}
