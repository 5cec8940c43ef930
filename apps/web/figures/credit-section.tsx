import { Alert } from '@codegouvfr/react-dsfr/Alert';
import { frenchDate } from '#workflows/calendar/french.js';
import { civilDateAt } from '#workflows/calendar/paris-time.js';
import { api, ask, type Schemas } from '../api/client.js';
import { useResource } from '../api/use-resource.js';
import { euros } from '../french/amounts.js';
import { AppLink } from '../layout/app-link.js';
import { type Column, DataTable } from '../layout/data-table.js';
import { Loaded } from '../layout/loaded.js';
import { useYearOf, YearSelect } from '../layout/year-select.js';
import { monthWords, rowsHref } from './figure-words.js';

type Calendar = Schemas['CreditCalendar'];

interface Props {
  readonly callId: string;
  /** Year in which the call opened. */
  readonly since: number;
}

/** A year's credits month by month, and what must still be done before they close. */
export function CreditSection({ callId, since }: Props) {
  const thisYear = Number(civilDateAt(Date.now()).slice(0, 4));
  const year = useYearOf('annee', thisYear);
  const calendar = useResource(`credits ${callId} ${year}`, () =>
    ask(api.GET('/api/calls/{id}/credits', { params: { path: { id: callId }, query: { year } } })),
  );
  return (
    <section>
      <h2 className="fr-mt-6w">Calendrier des crédits</h2>
      <div className="jalon-screen-only">
        <YearSelect label="Année budgétaire" name="annee" year={year} from={since} to={thisYear + 4} />
      </div>
      <Loaded resource={calendar}>{(data) => <CalendarView calendar={data} />}</Loaded>
    </section>
  );
}

function CalendarView({ calendar }: { readonly calendar: Calendar }) {
  const { year, lastCommitmentDay, lastPaymentDay, months, expected } = calendar;
  return (
    <>
      <p>
        {lastCommitmentDay === undefined || lastPaymentDay === undefined
          ? 'L’appel ne fixe pas de fin de gestion.'
          : `En ${year}, les crédits s’engagent jusqu’au ${frenchDate(lastCommitmentDay)} et se paient jusqu’au ${frenchDate(lastPaymentDay)}.`}
      </p>
      <p>
        Engagé (AE)&nbsp;: {euros(calendar.committedCents)}, et {euros(calendar.expectedCommittedCents)} attendus d’ici là. Payé (CP)&nbsp;:{' '}
        {euros(calendar.paidCents)}, et {euros(calendar.expectedPaidCents)} attendus.
      </p>
      <DataTable
        caption={`Crédits de ${year}, mois par mois`}
        columns={monthColumns(calendar)}
        rows={months}
        keyOf={({ month }) => month}
      />
      {expected.length > 0 && <ExpectedCredits expected={expected} />}
    </>
  );
}

const monthColumns = ({ callId }: Calendar): readonly Column<Schemas['CreditMonth']>[] => {
  const done = (figure: 'committed' | 'paid' | 'clawedBack', month: string, cents: number) =>
    cents === 0 ? '–' : <AppLink href={rowsHref(callId, figure, { month })}>{euros(cents)}</AppLink>;
  const due = (cents: number) => (cents === 0 ? '–' : euros(cents));
  return [
    { title: 'Mois', cell: ({ month }) => <span className="jalon-nowrap">{monthWords(month)}</span> },
    { title: 'Engagé (AE)', numeric: true, cell: ({ month, committedCents }) => done('committed', month, committedCents) },
    { title: 'AE attendues', numeric: true, cell: ({ expectedCommittedCents }) => due(expectedCommittedCents) },
    { title: 'Payé (CP)', numeric: true, cell: ({ month, paidCents }) => done('paid', month, paidCents) },
    { title: 'CP attendus', numeric: true, cell: ({ expectedPaidCents }) => due(expectedPaidCents) },
    { title: 'Reversé', numeric: true, cell: ({ month, clawedBackCents }) => done('clawedBack', month, clawedBackCents) },
  ];
};

const kinds = { commitment: 'AE', payment: 'CP' } as const satisfies Record<Schemas['CreditKind'], string>;

const expectedColumns: readonly Column<Schemas['ExpectedCredit']>[] = [
  {
    title: 'Dossier',
    cell: ({ ref, title }) => (
      <AppLink className="fr-link fr-link--sm" href={`/dossiers/${ref}`}>
        {title}
      </AppLink>
    ),
  },
  { title: 'À faire', cell: ({ label }) => label },
  { title: 'Crédits', cell: ({ kind }) => kinds[kind] },
  { title: 'Montant', numeric: true, cell: ({ amountCents }) => euros(amountCents) },
  { title: 'Au plus tard', cell: ({ lastDay }) => (lastDay === undefined ? 'Sans date' : frenchDate(lastDay)) },
  { title: 'Avant la fin de gestion', cell: ({ inTime }) => (inTime ? 'Oui' : 'Non\u00a0: à avancer') },
];

function ExpectedCredits({ expected }: { readonly expected: readonly Schemas['ExpectedCredit'][] }) {
  const late = expected.filter(({ inTime }) => !inTime);
  return (
    <>
      <h3 className="fr-h5 fr-mt-4w">Ce que les dossiers attendent</h3>
      {late.length > 0 && (
        <Alert
          className="fr-mb-2w"
          severity="warning"
          small
          description={`Après la fin de gestion, ou sans date\u00a0: ${euros(late.reduce((sum, { amountCents }) => sum + amountCents, 0))}. Ces crédits ne sont pas comptés dans ce qui est attendu.`}
        />
      )}
      <DataTable
        caption="Engagements et paiements attendus"
        columns={expectedColumns}
        rows={expected}
        keyOf={({ ref, item }) => `${ref} ${item}`}
      />
    </>
  );
}
