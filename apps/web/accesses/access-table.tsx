import { Badge } from '@codegouvfr/react-dsfr/Badge';
import type { Schemas } from '../api/client.js';
import { momentOf } from '../french/moments.js';
import { AppLink } from '../layout/app-link.js';
import { type Column, DataTable } from '../layout/data-table.js';

type Row = Schemas['AccessRow'];

const at: Column<Row> = { title: 'Date', cell: (row) => momentOf(row.at) };
const roles: Column<Row> = { title: 'À quel titre', cell: (row) => row.roles.join(', ') };
const what: Column<Row> = {
  title: 'Lu',
  cell: (row) => (
    <>
      {row.what}
      {row.exceptional && (
        <>
          {' '}
          <Badge as="span" small severity="warning">
            Exceptionnel
          </Badge>
        </>
      )}
      {row.remark !== undefined && <p className="fr-text--xs fr-mb-0">{row.remark}</p>}
    </>
  ),
};
const hash: Column<Row> = { title: 'Empreinte', cell: (row) => <code className="jalon-hash">{row.hash}</code> };
const ofPerson = (linked: boolean): Column<Row> => ({
  title: 'Personne',
  cell: ({ person }) => (linked ? <AppLink href={`/acces?personne=${person.id}`}>{person.name}</AppLink> : person.name),
});
const ofCase: Column<Row> = {
  title: 'Dossier',
  cell: ({ ref }) => (ref.startsWith('draft/') ? 'Brouillon' : <AppLink href={`/dossiers/${ref}/consultations`}>{ref}</AppLink>),
};

const ofOneCase = [at, ofPerson(false), roles, what, hash] as const;
const ofAll = [at, ofPerson(true), roles, ofCase, what] as const;

/** Who read what: of one case, with the prints that chain the reads; or of all cases, each leading to its own. */
export function AccessTable({ rows, caseRef }: { readonly rows: readonly Row[]; readonly caseRef?: string }) {
  if (rows.length === 0) return <p>Aucune consultation.</p>;
  return (
    <DataTable
      caption={caseRef === undefined ? 'Consultations' : `Consultations du dossier ${caseRef}`}
      columns={caseRef === undefined ? ofAll : ofOneCase}
      rows={rows}
      keyOf={({ ref, seq }) => `${ref} ${seq}`}
    />
  );
}
