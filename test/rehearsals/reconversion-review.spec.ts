import { letterOf } from '#activities/documents/letters/catalogue.js';
import { instantAt } from '#workflows/calendar/paris-time.js';
import { rehearse, type Player, type ScheduledAct } from '#workflows/kit/rehearsal.js';
import type { ReviewInput } from '#workflows/reconversion-review/input.js';
import { reconversionReviewR1 } from '#workflows/reconversion-review/reconversion-review.r1.js';
import { sampleContext } from '../builders/letters.js';
import { all, asked, intervene, letters, stages } from '../builders/read-rehearsal.js';
import { answering, aReview, conditional, reviewPaths, reviewPlayer, someFigures } from '../builders/reconversion-review.js';

const review = (play: Player = reviewPlayer(), { input = aReview(), acts = [] }: { input?: ReviewInput; acts?: ScheduledAct[] } = {}) =>
  rehearse(reconversionReviewR1, { name: 'review', ref: 'BILAN-1', input, start: instantAt('2026-11-24', '10:00'), play, acts });
const path = (name: keyof typeof reviewPaths) => review(reviewPaths[name]);

test('coaches, hosts and direction contribute at once, by different people, within fifteen working days', async () => {
  const rehearsal = await review();
  expect(asked(rehearsal, 'contribute-to-review').map(({ to, due }) => [to.role, to.person, due?.lastDay])).toEqual([
    ['coach', 'coach-1', '2026-12-15'],
    ['employer', 'employer-1', '2026-12-15'],
    ['direction', undefined, '2026-12-15'],
  ]);
  expect(stages(rehearsal)).toEqual(['contributions', 'recommendation', 'decision', 'confirmation']);
  expect(rehearsal.outcome).toMatchObject({ kind: 'go' });
});

test('a voice that stays silent is named, and the review goes on without it', async () => {
  const rehearsal = await path('nobody contributes, it stops');
  expect(all(rehearsal, 'told').find(({ template }) => template === 'contributions-missing')?.data).toEqual({
    silent: ['coach', 'employer', 'direction'],
  });
  expect(rehearsal.outcome?.kind).toBe('noGo');
});

test('who proposed does not decide; who decided does not confirm', async () => {
  const rehearsal = await review();
  expect(asked(rehearsal, 'decide-outcome')[0]?.except).toEqual(['programManager-1']);
  expect(asked(rehearsal, 'confirm-outcome')[0]?.except).toEqual(['programManager-1', 'direction-1']);
  const alone = await review(
    reviewPlayer({ 'confirm-outcome': () => ({ afterDays: 1, answer: { verdict: 'confirm' }, by: 'direction-1' }) }),
  );
  expect(alone.refusals.map(({ refusal }) => refusal.code)).toContain('separationOfDuties');
  expect(alone.outcome).toBeUndefined();
});

test('a decision that is sent back is taken anew, with the reason before those who decide; only the confirmed one makes a file', async () => {
  const rehearsal = await path('sent back once, then under conditions');
  expect(asked(rehearsal, 'decide-outcome').map(({ context }) => (context as { sentBack?: string }).sentBack)).toEqual([
    undefined,
    'Le coût n’est pas comparé à périmètre égal.',
  ]);
  expect(letters(rehearsal)).toEqual(['decision-file']);
  expect(rehearsal.outcome).toEqual({ kind: 'goWithConditions', reason: conditional.reasons });
  expect(stages(rehearsal)).toEqual(['contributions', 'recommendation', 'decision', 'confirmation', 'decision', 'confirmation']);
});

test('everybody concerned is told of the decision, once it is confirmed', async () => {
  const told = all(await review(), 'told').filter(({ template }) => template === 'review-decided');
  expect(told.map(({ to }) => to.person ?? to.role)).toEqual(['programManager', 'direction', 'coach-1', 'employer-1']);
});

test('the file holds the frozen figures, their sources, costs, each side’s words, the proposal and the decision; small cells stay hidden', async () => {
  const rehearsal = await review(reviewPlayer({ 'propose-outcome': answering(conditional) }));
  const [produced] = all(rehearsal, 'produced');
  const text = JSON.stringify(letterOf('reconversion-review', 'decision-file').write(produced?.data, sampleContext));
  for (const said of [
    'les années 2024 à 2026, chiffres arrêtés le 24 novembre 2026',
    '["Agents reconvertis","30"]',
    '["Parcours terminés autrement","moins de 10"]',
    'environ 100 recrutements par an',
    'Dossier de presse, 9 janvier 2024',
    '240\u202f000\u00a0€ payés',
    'Le lien avec un coach tient les parcours.',
    'Un poste d’accueil nommé avant le premier jour.',
    'Poursuivre par un marché public dédié.',
  ])
    expect(text).toContain(said);
  expect(text).not.toMatch(/coach-1|employer-1|programManager-1/);
});

test('the letter that is read before confirming is the letter that is produced', async () => {
  const rehearsal = await review();
  const [{ context } = { context: undefined }] = asked(rehearsal, 'confirm-outcome');
  const confirm = reconversionReviewR1.tasks.find(({ key }) => key === 'confirm-outcome');
  const draft = confirm?.letter?.(context as never, { verdict: 'confirm' } as never);
  expect(draft?.data).toEqual(all(rehearsal, 'produced')[0]?.data);
});

test('opened with the wrong years it is given up before anybody decides, and those who were asked are told', async () => {
  const acts = [intervene('2026-11-25', { kind: 'withdraw', reason: 'Les années sont fausses.' })];
  const rehearsal = await review(undefined, { acts, input: aReview({ figures: someFigures({ from: 2024, to: 2024 }) }) });
  expect(rehearsal.outcome?.kind).toBe('withdrawn');
  expect(all(rehearsal, 'told').filter(({ template }) => template === 'review-withdrawn')).toHaveLength(3);
});
