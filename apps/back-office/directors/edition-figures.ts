import { directorsYearR1 } from '#workflows/directors-year/directors-year.r1.js';
import { commitmentResults } from '#workflows/directors-year/tasks/closing.js';
import type { Fields } from '../openapi/fields.js';
import type { EditionCount, EditionWave } from './editions.dto.js';
import { fewest, shownCounts, shownShare } from './small-cells.js';
import type { YearFacts } from './year-facts.js';

type Shown = Pick<YearFacts, 'wave' | 'stage' | 'status' | 'launched' | 'signed' | 'result' | 'visits' | 'activities' | 'terms'>;

const reached: readonly (readonly [key: string, label: string, holds: (year: Shown) => boolean])[] = [
  ['launched', 'Lancement suivi', ({ launched }) => launched],
  ['signed', 'Engagement signé', ({ signed }) => signed],
  ['visits', 'Minimum de visites atteint', ({ visits, terms }) => visits >= terms.minimumVisits],
  ['activities', 'Minimum d’activités atteint', ({ activities, terms }) => activities >= terms.minimumActivities],
];

/** Where the years of an edition stand, by wave, in counts from which nobody can be recognised. */
export function wavesOf(years: readonly Shown[]): Fields<EditionWave>[] {
  const waves = [...new Set(years.map(({ wave }) => wave))].sort((a, b) => a - b);
  return waves.map((wave) =>
    waveOf(
      wave,
      years.filter((year) => year.wave === wave),
    ),
  );
}

function waveOf(wave: number, years: readonly Shown[]): Fields<EditionWave> {
  const stages = [...Object.values(directorsYearR1.stages), { id: 'closed', label: 'Année close' }];
  const stageOf = ({ stage, status }: Shown) => (status === 'closed' ? 'closed' : stage);
  const reviewed = years.filter(({ result }) => result !== null);
  return {
    wave,
    ...(years.length >= fewest && { people: years.length }),
    stages: counted(stages.map(({ id, label }) => [id, label, years.filter((year) => stageOf(year) === id).length])),
    reached: reached.map(([key, label, holds]) => cell(key, label, shownShare(years.filter(holds).length, years.length))),
    results: counted(
      Object.entries(commitmentResults).map(([key, label]) => [key, label, reviewed.filter(({ result }) => result === key).length]),
    ),
  };
}

function counted(cells: readonly (readonly [key: string, label: string, count: number])[]): Fields<EditionCount>[] {
  const shown = shownCounts(cells.map(([, , count]) => count));
  return cells.map(([key, label], index) => cell(key, label, shown[index]));
}

const cell = (key: string, label: string, count: number | undefined): Fields<EditionCount> => ({
  key,
  label,
  ...(count !== undefined && { count }),
});
