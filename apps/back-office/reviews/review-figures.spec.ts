import type { CohortYear } from '../cohorts/cohort-year.dto.js';
import type { Fields } from '../openapi/fields.js';
import { frozenFigures } from './review-figures.js';

const aim = { min: 30, max: 50, source: 'Dossier de presse', asOf: '2024-01-09' };
const year = (counts: Partial<CohortYear['total']> = {}, tradesCompleted: Readonly<Record<string, number>> = {}): Fields<CohortYear> => ({
  year: 2026,
  aim,
  fundedAim: 10,
  seats: 50,
  total: { seated: 0, started: 0, completed: 0, endedOtherwise: 0, inPost: 0, funded: 0, ...counts },
  cohorts: [],
  trades: ['product', 'strategy'].map((key) => ({
    key,
    label: key,
    hiresPerYear: 500,
    approximate: false,
    source: aim.source,
    asOf: aim.asOf,
    started: 0,
    completed: tradesCompleted[key] ?? 0,
  })),
});
const frozen = (...years: Fields<CohortYear>[]) => frozenFigures('2026-11-24', years, { grants: 2, paidCents: 240_000_00 });

test('years are added up, and what is still running is neither completed nor ended', () => {
  const figures = frozen(
    { ...year({ started: 20, completed: 15, endedOtherwise: 0 }), year: 2025 },
    year({ started: 46, completed: 25, endedOtherwise: 10, inPost: 20, funded: 12 }, { product: 20, strategy: 20 }),
  );
  expect(figures).toMatchObject({ from: 2025, to: 2026, started: 66, completed: 40, endedOtherwise: 10, running: 16, inPost: 20 });
  expect(figures.funded).toEqual({ started: 12, perYear: 10 });
  expect(figures.costs).toEqual({ grants: 2, paidCents: 240_000_00, perJourneyCents: 20_000_00 });
  expect(figures.trades.map(({ completed }) => completed)).toEqual([20, 20]);
});

test('under ten people nothing is said, and nothing that is said gives it away', () => {
  const figures = frozen(year({ started: 46, completed: 12, endedOtherwise: 3, inPost: 11, funded: 8 }, { product: 12 }));
  expect([figures.completed, figures.endedOtherwise, figures.running]).toEqual([null, null, 31]);
  expect(figures.inPost).toBeNull();
  expect(figures.trades.every(({ completed }) => completed === null)).toBe(true);
  expect(figures.funded.started).toBeNull();
  expect(figures.costs.perJourneyCents).toBeUndefined();
  expect(frozen(year({ started: 4 })).started).toBeNull();
});
