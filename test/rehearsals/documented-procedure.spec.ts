import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { instantAt } from '#workflows/calendar/paris-time.js';
import { rehearse, type Player } from '#workflows/kit/rehearsal.js';
import { trainingR1 } from '../builders/training.r1.js';

const root = resolve(__dirname, '../..');

test('docs/procedures.md shows the procedure that is tested here, in forty lines', () => {
  const [, shown = ''] = /```ts\n(import \{ z \}.*?)```/s.exec(readFileSync(resolve(root, 'docs/procedures.md'), 'utf8')) ?? [];
  const tested = readFileSync(resolve(root, 'test/builders/training.r1.ts'), 'utf8');
  expect(shown.replaceAll("'../", "'#workflows/")).toBe(tested);
  expect(shown.split('\n').filter((line) => line !== '')).toHaveLength(40);
});

describe('its three ends', () => {
  const start = instantAt('2026-01-05', '10:00');
  const input = { owner: '00000000-0000-4000-8000-000000000001', course: 'Analyse de données' };
  const answering =
    (verdict: 'agree' | 'refuse'): Player =>
    ({ key }) =>
      key === 'agree'
        ? { afterDays: 3, by: 'the-employer', answer: { verdict, reasons: 'Utile au service.' } }
        : { afterDays: 5, by: 'the-manager', answer: { startsOn: '2026-03-02' } };

  test.each<[string, Player, string]>([
    ['trained', answering('agree'), '2026-03-02'],
    ['refused', answering('refuse'), '2026-01-08'],
    // Twenty working days after 5 January, over at midnight.
    ['noAnswer', () => 'never', '2026-02-03'],
  ])('%s', async (kind, play, day) => {
    const { outcome, journal } = await rehearse(trainingR1, { name: kind, input, start, play });
    expect(outcome?.kind).toBe(kind);
    expect(journal.at(-1)?.at).toBe(kind === 'refused' ? instantAt(day, '10:00') : instantAt(day, '00:00'));
  });
});
