import type { Schemas } from '../api/client.js';
import { type Column, DataTable } from '../layout/data-table.js';

type Member = Schemas['SessionMember'];

/** Who was convened, and how far each has prepared. */
export function SessionMembers({ session: { members, opened } }: { readonly session: Schemas['CommitteeSession'] }) {
  const columns: Column<Member>[] = [
    {
      title: 'Membre',
      cell: ({ name, bodyName, chair }) => (
        <>
          {name}
          {chair && ' (présidence)'}
          {bodyName && <span className="fr-text--xs jalon-block jalon-discreet">{bodyName}</span>}
        </>
      ),
    },
    { title: 'Liens d’intérêts', cell: ({ declared }) => (declared ? 'Déclarés' : 'Non déclarés') },
    { title: 'Notes', cell: ({ marked }) => (marked ? 'Données' : 'Non données') },
  ];
  if (opened) columns.push({ title: 'Présence', cell: ({ present }) => (present ? 'Présent' : 'Absent') });
  return (
    <section aria-labelledby="membres">
      <h2 id="membres" className="fr-h4">
        Membres convoqués
      </h2>
      <DataTable caption="Préparation et présence des membres" columns={columns} rows={members} keyOf={({ id }) => id} />
    </section>
  );
}
