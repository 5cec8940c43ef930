import { addDays } from '#workflows/calendar/civil-date.js';
import { instantAt } from '#workflows/calendar/paris-time.js';
import { ftapR1 } from '#workflows/ftap/ftap.r1.js';
import { fold } from '#workflows/kit/fold.js';
import type { Procedure } from '#workflows/kit/procedure.js';
import { explainWaits } from '#workflows/kit/waits.js';
import { grid } from '../builders/ftap.js';
import { all, intervene, run, told } from '../builders/ftap-rehearsal.js';

describe('what people may do to the case', () => {
  test('the applicant withdraws before the decision, not after', async () => {
    const withdraw = (day: string) => intervene(day, { kind: 'withdraw', reason: 'Projet abandonné' }, 'applicant-1', 'applicant');
    const before = await run({}, { acts: [withdraw('2024-02-20')] });
    expect(before.outcome).toEqual({ kind: 'withdrawn', reason: 'Projet abandonné' });
    expect(told(before).slice(-2)).toEqual(['withdrawn', 'withdrawn']);
    const after = await run({}, { acts: [withdraw('2024-05-22')] });
    expect(after.refusals).toMatchObject([{ refusal: { code: 'interventionNotAllowed' } }]);
  });

  test('a pause of a month in instruction moves the grids, the opinions and the legal clock', async () => {
    const rehearsal = await run(
      { 'score-application': ({ nth }) => ({ afterDays: 50 + nth, answer: grid(), by: `reviewer-${nth}` }) },
      {
        acts: [
          intervene('2024-02-12', { kind: 'pause', cause: 'service', reason: 'Réorganisation du service' }),
          intervene('2024-03-12', { kind: 'resume', reason: 'Le service est en place' }),
        ],
      },
    );
    expect(Object.fromEntries(all(rehearsal, 'moved').map(({ id, due }) => [id, due.lastDay]))).toEqual({
      'implicit-rejection-1': addDays('2024-04-05', 29),
      'score-application-1': '2024-04-16',
      'score-application-2': '2024-04-16',
      'expert-opinion-1': '2024-03-25',
      'expert-opinion-2': '2024-03-25',
    });
  });

  test('at any moment the case says whom it waits for, until when and what happens then', async () => {
    const { journal } = await run({}, { until: instantAt('2024-02-12', '00:00') });
    const waits = explainWaits(fold(undefined, journal), ftapR1 as unknown as Procedure);
    expect(waits.map(({ label, who, lastDay, then }) => [label, who, lastDay, then.slice(0, 28)])).toEqual([
      ['Donner un avis d’expert', 'un expert (pedagogy)', '2024-02-23', 'Sans réponse à cette date, o'],
      ['Donner un avis d’expert', 'un expert (digital)', '2024-02-23', 'Sans réponse à cette date, o'],
      ['Noter la demande', 'un instructeur (campus)', '2024-03-15', 'Passé cette date, le respons'],
      ['Noter la demande', 'un instructeur (campus)', '2024-03-15', 'Passé cette date, le respons'],
      ['Délai légal de décision', 'le responsable de programme', '2024-04-05', 'Le silence vaut rejet\u00a0: une '],
    ]);
  });
});
