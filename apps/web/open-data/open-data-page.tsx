import { Alert } from '@codegouvfr/react-dsfr/Alert';
import { Badge } from '@codegouvfr/react-dsfr/Badge';
import { frenchDate } from '#workflows/calendar/french.js';
import { api, ask, type Schemas } from '../api/client.js';
import { useResource } from '../api/use-resource.js';
import { count, euros } from '../french/amounts.js';
import { AppLink } from '../layout/app-link.js';
import { type Column, DataTable } from '../layout/data-table.js';
import { LoadedPage } from '../layout/loaded-page.js';
import { Page } from '../layout/page.js';

type Report = Schemas['OpenDataReport'];
type Grant = Schemas['GrantPublication'];

/** What the service publishes of its grants, what it does not yet, and what is wrong. */
export function OpenDataPage() {
  const report = useResource('open data', () => ask(api.GET('/api/open-data/subventions/report')));
  return <LoadedPage resource={report}>{(data) => <ReportView report={data} />}</LoadedPage>;
}

const scopes = {
  legal: 'Le service publie ce que la loi exige\u00a0: les conventions avec des organismes privés, au-delà de 23\u202f000\u00a0€.',
  all: 'Le service publie toutes les conventions signées, y compris celles que la loi n’exige pas.',
} as const satisfies Record<Schemas['OpenDataScope'], string>;

function ReportView({ report }: { readonly report: Report }) {
  const { schema, scope, grantorName, grantorSiret, published, awaited, late, grants } = report;
  return (
    <Page title="Données ouvertes" trail={[{ label: 'Chiffres', href: '/chiffres' }]}>
      <p className="fr-text--lead">
        {count(published, 'subvention publiée', 'subventions publiées')}
        {awaited > 0 && `, ${awaited} à publier dans le délai légal`}
        {late > 0 && `, dont ${late} en retard`}.
      </p>
      {late > 0 && (
        <Alert
          className="fr-mb-3w"
          severity="error"
          small
          description={
            'Le délai de trois mois après la signature est dépassé (décret n°\u00a02017-779)\u00a0: corrigez les lignes en retard.'
          }
        />
      )}
      <p>
        {scopes[scope]} Attribuant&nbsp;: {grantorName}, SIRET {grantorSiret}. Le fichier suit le schéma {schema}&#8239;; une ligne qui en
        enfreint une règle n’est pas publiée.
      </p>
      <p>
        <a className="fr-link fr-link--download" href="/api/open-data/subventions.csv" download="subventions.csv">
          Télécharger le fichier publié
          <span className="fr-link__detail">CSV, ouvert à tous sans connexion</span>
        </a>
      </p>
      {grants.length === 0 ? (
        <p>Aucune subvention n’est encore attribuée.</p>
      ) : (
        <DataTable caption="Subventions attribuées et leur publication" columns={columns} rows={grants} keyOf={({ ref }) => ref} />
      )}
    </Page>
  );
}

const states = {
  published: { label: 'Publiée', severity: 'success' },
  toCorrect: { label: 'À corriger', severity: 'error' },
  notSigned: { label: 'Convention à signer', severity: 'info' },
  voluntary: { label: 'Non publiée', severity: undefined },
  withdrawn: { label: 'Attribution retirée', severity: undefined },
} as const satisfies Record<Schemas['PublicationState'], { label: string; severity?: 'success' | 'error' | 'info' | undefined }>;

const columns: readonly Column<Grant>[] = [
  {
    title: 'Subvention',
    cell: ({ ref, title, bodyName }) => (
      <>
        <AppLink className="fr-link fr-link--sm" href={`/dossiers/${ref}`}>
          {title}
        </AppLink>
        <span className="fr-text--xs jalon-block jalon-plain jalon-discreet">
          {bodyName}, {ref}
        </span>
      </>
    ),
  },
  { title: 'Montant', numeric: true, cell: ({ amountCents }) => <span className="jalon-nowrap">{euros(amountCents)}</span> },
  { title: 'Exigée par la loi', cell: ({ mandatory }) => (mandatory ? 'Oui' : 'Non') },
  { title: 'Convention', cell: ({ signedOn }) => (signedOn === undefined ? 'Pas signée' : frenchDate(signedOn)) },
  {
    title: 'Publication',
    cell: ({ state, why, violations }) => (
      <>
        <Badge small severity={states[state].severity} noIcon>
          {states[state].label}
        </Badge>
        <span className="fr-text--xs jalon-block">{why}</span>
        {violations.length > 0 && (
          <ul className="fr-text--xs">
            {violations.map(({ column, rule }) => (
              <li key={column}>
                {column}&nbsp;: {rule}
              </li>
            ))}
          </ul>
        )}
      </>
    ),
  },
  { title: 'Délai légal', cell: deadlineWords },
];

function deadlineWords({ publishBy, daysLeft }: Grant): string {
  if (publishBy === undefined) return '–';
  if (daysLeft === undefined) return 'Publiée';
  const by = `jusqu’au ${frenchDate(publishBy)}`;
  return daysLeft < 0 ? `En retard de ${count(-daysLeft, 'jour')}, ${by}` : `${count(daysLeft, 'jour')}, ${by}`;
}
