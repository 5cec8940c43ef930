import { icalendar } from './icalendar.js';

const visit = {
  id: 'EVENT-2026-000001',
  title: 'Visite : centre de données',
  place: 'Campus Cyber',
  on: '2026-06-18',
  startsAt: '14:30',
  endsAt: '17:00',
};
const of = { name: 'Mon année', host: 'jalon.exemple.gouv.invalid', writtenAt: Date.UTC(2026, 5, 1) };
const lines = (file: string) => file.replace(/\r\n /g, '').split('\r\n');

test('writes a date in Paris time as an instant that every calendar reads', () => {
  const written = lines(icalendar([visit], of));
  expect(written).toEqual(
    expect.arrayContaining([
      'BEGIN:VCALENDAR',
      'METHOD:PUBLISH',
      'UID:EVENT-2026-000001@jalon.exemple.gouv.invalid',
      'DTSTART:20260618T123000Z',
      'DTEND:20260618T150000Z',
      'LOCATION:Campus Cyber',
      'STATUS:CONFIRMED',
    ]),
  );
});

test('takes a cancelled date off the calendar, under the same identifier and a later sequence', () => {
  const sequence = (file: string) =>
    Number(
      lines(file)
        .find((line) => line.startsWith('SEQUENCE:'))
        ?.slice(9),
    );
  const before = icalendar([visit], of);
  const after = icalendar([{ ...visit, cancelled: true }], { ...of, writtenAt: of.writtenAt + 86_400_000 });
  expect(lines(after)).toEqual(
    expect.arrayContaining(['METHOD:CANCEL', 'STATUS:CANCELLED', 'UID:EVENT-2026-000001@jalon.exemple.gouv.invalid']),
  );
  expect(sequence(after)).toBeGreaterThan(sequence(before));
});

test('keeps a title on its own line, whatever it holds', () => {
  const written = lines(icalendar([{ ...visit, title: 'Visite\nATTENDEE:mailto:x@y' }], of));
  expect(written.some((line) => line.startsWith('ATTENDEE'))).toBe(false);
});
