import type { Schemas } from '../api/client.js';
import { type Column, DataTable } from '../layout/data-table.js';
import { people } from './words.js';

type Wave = Schemas['EditionWave'];
type Part = 'stages' | 'reached' | 'results';

const captions: Readonly<Record<Part, string>> = {
  stages: 'Directeurs par phase',
  reached: 'Ce qui est atteint',
  results: 'Ce que sont devenus les engagements',
};

/** Counts by wave, from which nobody can be recognised. */
export function EditionWaves({ waves }: { readonly waves: readonly Wave[] }) {
  const [first] = waves;
  if (!first) return <p>Aucune vague n’est commencée.</p>;
  return (
    <>
      {(['stages', 'reached', 'results'] as const).map((part) => (
        <div key={part} className="fr-mt-4w">
          <h2 className="fr-h4">{captions[part]}</h2>
          <DataTable caption={captions[part]} columns={columnsOf(first, part)} rows={waves} keyOf={({ wave }) => String(wave)} />
        </div>
      ))}
    </>
  );
}

const columnsOf = (wave: Wave, part: Part): Column<Wave>[] => [
  { title: 'Vague', cell: (one) => `Vague ${one.wave}` },
  { title: 'Directeurs', numeric: true, cell: (one) => people(one.people) },
  ...wave[part].map(({ key, label }) => ({
    title: label,
    numeric: true,
    cell: (one: Wave) => people(one[part].find((cell) => cell.key === key)?.count),
  })),
];
