import { type CountedWeek, loadLines } from './load-lines.js';

const weeks = ['2026-11-23', '2026-11-30'];
const names = new Map([
  ['p1', 'Sacha Modèle'],
  ['p2', 'Camille Exemple'],
]);
const acts = (
  week: string,
  role: CountedWeek['role'],
  count: number,
  person_id: string | null = null,
  group_name: string | null = null,
  procedure = 'ftap',
) => ({
  procedure,
  week,
  role,
  person_id,
  group_name,
  count,
});
const shown = (counted: readonly CountedWeek[]) =>
  loadLines(counted, weeks, names).map(({ roleLabel, person, group, counts, total }) => [roleLabel, person?.name ?? group, counts, total]);

test('one line for each person, group and role, the heaviest role first', () => {
  expect(
    shown([
      acts('2026-11-23', 'authority', 2),
      acts('2026-11-23', 'reviewer', 1, 'p1'),
      acts('2026-11-30', 'reviewer', 4, 'p1'),
      acts('2026-11-30', 'reviewer', 9, null, 'campus'),
      acts('2026-11-16', 'reviewer', 100, 'p1'),
    ]),
  ).toEqual([
    ['Instructeur', 'campus', [0, 9], 9],
    ['Instructeur', 'Sacha Modèle', [1, 4], 5],
    ['Ordonnateur', undefined, [2, 0], 2],
  ]);
});

test('people outside the service are counted together, not named', () => {
  expect(shown([acts('2026-11-23', 'participant', 1, 'p2'), acts('2026-11-23', 'participant', 2)])).toEqual([
    ['Participant', undefined, [3, 0], 3],
  ]);
});

test('a group that a procedure addresses by a key is called what people call it, together in all of its cases', () => {
  expect(
    shown([
      acts('2026-11-23', 'employer', 1, null, 'host', 'reconversion-3m'),
      acts('2026-11-23', 'employer', 2, null, 'host', 'reconversion-6m'),
      acts('2026-11-23', 'employer', 4, null, 'host'),
    ]),
  ).toEqual([
    ['Employeur', 'host', [4, 0], 4],
    ['Employeur', 'l’administration d’accueil', [3, 0], 3],
  ]);
});
