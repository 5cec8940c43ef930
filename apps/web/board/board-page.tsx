import { Checkbox } from '@codegouvfr/react-dsfr/Checkbox';
import { frenchDate } from '#workflows/calendar/french.js';
import { api, ask, type Schemas } from '../api/client.js';
import { useResource } from '../api/use-resource.js';
import { LoadedPage } from '../layout/loaded-page.js';
import { OptionSelect } from '../layout/option-select.js';
import { Page } from '../layout/page.js';
import { useSearchState } from '../layout/use-search-state.js';
import { names } from './board-words.js';
import './board.css';
import { Forecasts } from './forecasts.js';
import { LoadSection } from './load-section.js';
import { ProcedureSection } from './procedure-section.js';
import { YearlyAim } from './yearly-aim.js';

/** Every cohort, wave and call of the viewer's perimeter: who is where, what is late, how it would go on, against which aims. */
export function BoardPage() {
  const board = useResource('board', () => ask(api.GET('/api/board')));
  return <LoadedPage resource={board}>{(data) => <BoardView board={data} onComputed={board.reload} />}</LoadedPage>;
}

function BoardView({ board, onComputed }: { readonly board: Schemas['Board']; readonly onComputed: () => void }) {
  const { search, change } = useSearchState();
  const { today, procedures, forecasts, hasYearlyAim, watchesLoad } = board;
  const chosen = search.get(names.procedure) ?? '';
  const withOver = search.get('groupes') === 'tous';
  const shown = procedures.filter(({ id }) => chosen === '' || id === chosen);
  return (
    <Page title="Pilotage" trail={[]}>
      <p className="fr-text--lead">
        Situation au {frenchDate(today)}&nbsp;: chaque cohorte, chaque vague et chaque appel. Un nombre s’ouvre sur les dossiers qu’il
        compte.
      </p>
      <Forecasts forecasts={forecasts} mayCompute={watchesLoad} onComputed={onComputed} />
      <div className="jalon-screen-only">
        {procedures.length > 1 && (
          <OptionSelect
            label="Procédure"
            all="Toutes"
            className="jalon-narrow"
            value={chosen}
            options={procedures.map(({ id, label }) => [id, label])}
            onChange={(value) => change({ [names.procedure]: value })}
          />
        )}
        <Checkbox
          small
          options={[
            {
              label: 'Montrer aussi les groupes terminés',
              nativeInputProps: { checked: withOver, onChange: ({ target }) => change({ groupes: target.checked ? 'tous' : undefined }) },
            },
          ]}
        />
      </div>
      <Definitions procedures={procedures} />
      {hasYearlyAim && <YearlyAim today={today} />}
      {procedures.length === 0 && <p>Aucune cohorte, aucune vague et aucun appel dans votre périmètre.</p>}
      {shown.map((procedure) => (
        <ProcedureSection key={procedure.id} procedure={procedure} withOver={withOver} />
      ))}
      {watchesLoad && <LoadSection procedure={chosen} computedAt={forecasts.computedAt} />}
    </Page>
  );
}

/** What each word of the board counts. */
function Definitions({ procedures: [first] }: Pick<Schemas['Board'], 'procedures'>) {
  if (!first) return null;
  return (
    <details className="jalon-sum">
      <summary>Ce que compte chaque mot</summary>
      <dl className="jalon-answers fr-mt-1w">
        {first.standings.map(({ key, label, definition }) => (
          <div key={key}>
            <dt>{label}</dt>
            <dd>{definition}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
