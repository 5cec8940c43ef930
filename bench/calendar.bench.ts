import { addDays } from '#workflows/calendar/civil-date.js';
import { deadline } from '#workflows/calendar/deadline.js';
import { days, months, type Term, workingDays } from '#workflows/calendar/term.js';

const CALLS = 200_000;

/** How many deadlines a second one process computes: the calendar must never be what a case waits for. */
export function run(): Promise<{ name: string; value: number; unit: string }[]> {
  const starts = Array.from({ length: 3653 }, (_, i) => addDays('2024-01-01', i));
  const suspensions = [{ from: '2024-02-20', until: '2024-03-08', cause: 'demande de pièces' }];
  const cases: [string, Term, Parameters<typeof deadline>[2]][] = [
    ['deadline, 2 months, clear, roll-over', months(2, { clear: true, rollOver: true }), {}],
    ['deadline, 15 days, roll-over', days(15, { rollOver: true }), {}],
    ['deadline, 10 working days', workingDays(10), {}],
    ['deadline, 2 months, suspended', months(2), { suspensions }],
  ];
  const results = cases.map(([name, term, options]) => {
    const once = () => {
      const began = performance.now();
      for (let i = 0; i < CALLS; i++) deadline(starts[i % starts.length] ?? '2024-01-01', term, options);
      return performance.now() - began;
    };
    once();
    return { name, value: Math.round((CALLS / once()) * 1000), unit: 'deadlines/s' };
  });
  return Promise.resolve(results);
}
