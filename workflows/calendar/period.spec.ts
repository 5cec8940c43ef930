import { period } from './period.js';

const pause = (firstDay: string, lastDay: string) => ({ firstDay, lastDay });

test.each([
  ['no pause', '2024-01-09', 12, [], '2025-01-08', '2025-01-08'],
  ['a month without the day of the start', '2025-01-31', 1, [], '2025-02-28', '2025-02-28'],
  ['a whole month', '2025-02-01', 1, [], '2025-02-28', '2025-02-28'],
  ['a pause of one day', '2024-09-02', 3, [pause('2024-10-07', '2024-10-07')], '2024-12-01', '2024-12-02'],
  ['two that overlap', '2024-09-02', 3, [pause('2024-10-07', '2024-10-09'), pause('2024-10-09', '2024-10-11')], '2024-12-01', '2024-12-06'],
  [
    'one in the added days',
    '2024-09-02',
    3,
    [pause('2024-12-02', '2024-12-03'), pause('2024-11-01', '2024-11-01')],
    '2024-12-01',
    '2024-12-04',
  ],
  ['one after the end', '2024-09-02', 3, [pause('2024-12-02', '2024-12-20')], '2024-12-01', '2024-12-01'],
  ['one from before the start', '2024-09-02', 3, [pause('2024-08-20', '2024-09-03')], '2024-12-01', '2024-12-03'],
])('%s', (_what, firstDay, months, pauses, nominalLastDay, lastDay) => {
  expect(period(firstDay, months, pauses)).toEqual({ nominalLastDay, lastDay });
});
