import { Badge } from '@codegouvfr/react-dsfr/Badge';
import { frenchDate } from '#workflows/calendar/french.js';
import { api, ask, type Schemas } from '../api/client.js';
import { useResource } from '../api/use-resource.js';
import { count } from '../french/amounts.js';
import { ProblemAlert } from '../layout/problem-alert.js';
import { useMay } from '../session/session.js';

type Forecast = Schemas['CaseForecastView'];

interface Props {
  readonly caseRef: string;
  /** Changes with every change of the case. */
  readonly seq: number;
}

/** When the case is expected to end, and what people are expected to do until then; for the service alone. */
export function ForecastSection(props: Props) {
  const may = useMay();
  return may('read forecast') ? <Foretold {...props} /> : null;
}

function Foretold({ caseRef, seq }: Props) {
  const { data, problem } = useResource(`${caseRef} ${seq}`, () =>
    ask(api.GET('/api/cases/{ref}/forecast', { params: { path: { ref: caseRef } } })),
  );
  // Who reads this case in another role than those of the service.
  if (problem?.status === 404) return null;
  if (data === undefined && problem === undefined) return null;
  return (
    <section className="fr-mt-4w" aria-labelledby="titre-fin-prevue">
      <h2 id="titre-fin-prevue" className="fr-h4">
        Fin prévue
      </h2>
      <ProblemAlert problem={problem} />
      {data && <Told forecast={data} />}
    </section>
  );
}

function Told({ forecast: { endsOn, outcomeLabel, waitsFor, unforeseen, acts, more } }: { readonly forecast: Forecast }) {
  if (unforeseen !== undefined)
    return (
      <>
        <p className="fr-mb-1v">Aucune fin ne peut être prévue pour ce dossier.</p>
        <p className="fr-text--sm">{unforeseen} Prévenez l’équipe qui exploite l’outil.</p>
      </>
    );
  return (
    <>
      {endsOn === undefined ? (
        <p className="fr-mb-1v">
          Aucune&nbsp;: ce dossier attend, sans que rien d’autre soit prévu, {waitsFor.map((what) => `«\u00a0${what}\u00a0»`).join(', ')}.
        </p>
      ) : (
        <p className="fr-mb-1v">
          <strong>{frenchDate(endsOn)}</strong>
          {outcomeLabel !== undefined && ` – ${outcomeLabel}`}
        </p>
      )}
      <p className="fr-text--xs jalon-discreet">
        On suppose que chacun agit comme sur un dossier type, que les réponses sont favorables et que les retards sont rattrapés
        aujourd’hui. Cette date n’engage pas le service et n’est montrée qu’à lui.
      </p>
      {acts.length > 0 && <NextActs acts={acts} more={more} />}
    </>
  );
}

function NextActs({ acts, more }: Pick<Forecast, 'acts' | 'more'>) {
  return (
    <>
      <h3 className="fr-text--md fr-mb-1v">Ce qui est attendu d’ici là</h3>
      <ol className="fr-text--sm">
        {acts.map(({ item, label, on, roleLabel, person, late }) => (
          <li key={item}>
            {label} – {person?.name ?? roleLabel}, {frenchDate(on)}{' '}
            {late && (
              <Badge small severity="error">
                En retard
              </Badge>
            )}
          </li>
        ))}
      </ol>
      {more > 0 && <p className="fr-text--sm">Puis {count(more, 'autre acte', 'autres actes')}.</p>}
    </>
  );
}
