import { Button } from '@codegouvfr/react-dsfr/Button';
import { Checkbox } from '@codegouvfr/react-dsfr/Checkbox';
import { Input } from '@codegouvfr/react-dsfr/Input';
import { frenchDate } from '#workflows/calendar/french.js';
import type { Schemas } from '../api/client.js';
import { count, euros } from '../french/amounts.js';
import { useSearchState } from '../layout/use-search-state.js';
import { outOfTwenty } from './mark-words.js';

type Candidate = Schemas['Candidate'];

interface Props {
  readonly cases: readonly Candidate[];
  readonly chosen: readonly string[];
  readonly onChange: (refs: readonly string[]) => void;
}

/** The cases that wait for the committee, to be put on the agenda. A filter hides; what is hidden keeps its choice. */
export function CasePicker({ cases, chosen, onChange }: Props) {
  const { search, change } = useSearchState();
  const text = search.get('texte') ?? '';
  const shown = cases.filter((one) => matches(one, text));
  const refs = cases.map(({ ref }) => ref);
  const choose = (wanted: ReadonlySet<string>) => onChange(refs.filter((ref) => wanted.has(ref)));
  const total = cases.reduce((sum, { ref, requestedCents }) => sum + (chosen.includes(ref) ? requestedCents : 0), 0);
  return (
    <>
      <Input
        label="Filtrer les dossiers par titre, organisme ou référence"
        nativeInputProps={{ type: 'search', value: text, onChange: ({ target }) => change({ texte: target.value }) }}
      />
      <div className="jalon-actions fr-mb-2w">
        <Button
          type="button"
          size="small"
          priority="secondary"
          onClick={() => choose(new Set([...chosen, ...shown.map(({ ref }) => ref)]))}
        >
          Tout choisir
        </Button>
        <Button
          type="button"
          size="small"
          priority="secondary"
          onClick={() => choose(new Set(chosen.filter((ref) => !shown.some((one) => one.ref === ref))))}
        >
          Ne rien choisir
        </Button>
        <span aria-live="polite">
          {count(chosen.length, 'dossier choisi', 'dossiers choisis')}, {euros(total)} demandés
        </span>
      </div>
      {shown.length === 0 ? (
        <p>Aucun dossier ne correspond.</p>
      ) : (
        <Checkbox
          legend="Dossiers à l’ordre du jour"
          options={shown.map((one) => ({
            label: `${one.title} (${one.ref})`,
            hintText: details(one),
            nativeInputProps: {
              name: 'refs',
              checked: chosen.includes(one.ref),
              onChange: ({ target }) => choose(new Set(target.checked ? [...chosen, one.ref] : chosen.filter((ref) => ref !== one.ref))),
            },
          }))}
        />
      )}
    </>
  );
}

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLocaleLowerCase('fr');

const matches = ({ title, bodyName, ref }: Candidate, text: string) => plain(`${title} ${bodyName} ${ref}`).includes(plain(text.trim()));

const details = ({ bodyName, requestedCents, mean, lastDay }: Candidate) =>
  [
    bodyName,
    `${euros(requestedCents)} demandés`,
    mean !== undefined && `instruction ${outOfTwenty(mean)}`,
    lastDay !== undefined && `attendu le ${frenchDate(lastDay)}`,
  ]
    .filter(Boolean)
    .join(' – ');
