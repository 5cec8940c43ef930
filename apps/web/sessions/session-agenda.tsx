import { Badge } from '@codegouvfr/react-dsfr/Badge';
import { frenchDate } from '#workflows/calendar/french.js';
import type { Schemas } from '../api/client.js';
import { count, euros } from '../french/amounts.js';
import { AppLink } from '../layout/app-link.js';
import { type Column, DataTable } from '../layout/data-table.js';
import { outOfTwenty } from './mark-words.js';

type Listed = Schemas['SessionCase'];

const severities = {
  favourable: 'success',
  reserved: 'success',
  postponed: 'info',
  waitingList: 'warning',
  unfavourable: 'error',
} as const satisfies Record<Schemas['OpinionKind'], string>;

/** The agenda; once the sitting is open, in the order of the ranking, with marks, quorum and opinions. */
export function SessionAgenda({ session }: { readonly session: Schemas['CommitteeSession'] }) {
  const { agenda, opened } = session;
  const columns: Column<Listed>[] = [
    { title: 'Dossier', cell: (one) => <CaseCell one={one} /> },
    { title: 'Demandé', numeric: true, cell: ({ requestedCents }) => (requestedCents === undefined ? '–' : euros(requestedCents)) },
    { title: 'Instruction', cell: (one) => <StudyCell one={one} /> },
    { title: 'Déports', cell: ({ recused }) => (recused.length === 0 ? 'Aucun' : recused.map(({ name }) => name).join(', ')) },
  ];
  if (opened)
    columns.push(
      { title: 'Notes du comité', cell: (one) => <MarksCell one={one} /> },
      { title: 'Quorum', cell: (one) => <QuorumCell one={one} /> },
      { title: 'Avis', cell: (one) => <OpinionCell one={one} /> },
    );
  return (
    <>
      {!opened && <p>Les notes des membres sont ouvertes ensemble, à l’ouverture de la séance.</p>}
      <DataTable
        caption={opened ? 'Dossiers dans l’ordre de la moyenne des notes' : 'Dossiers à l’ordre du jour'}
        columns={columns}
        rows={agenda}
        keyOf={({ ref }) => ref}
      />
    </>
  );
}

function CaseCell({ one: { ref, title, bodyName, closed, frozenOn } }: { readonly one: Listed }) {
  return (
    <>
      {closed ? (
        title
      ) : (
        <AppLink className="fr-link fr-link--sm" href={`/dossiers/${ref}`}>
          {title}
        </AppLink>
      )}
      <span className="fr-text--xs jalon-block jalon-discreet">
        {bodyName} – {ref}
      </span>
      {closed ? (
        <Badge small as="span">
          Vous êtes déporté
        </Badge>
      ) : (
        <span className="jalon-block">
          <AppLink
            className="fr-link fr-link--sm"
            href={`/dossiers/${ref}?au=${frozenOn}`}
            aria-label={`${title}, version du ${frenchDate(frozenOn)}`}
          >
            Version du {frenchDate(frozenOn)}
          </AppLink>
        </span>
      )}
    </>
  );
}

function StudyCell({ one: { totals = [], opinions = [] } }: { readonly one: Listed }) {
  if (totals.length === 0 && opinions.length === 0) return '–';
  return (
    <>
      {totals.length > 0 && <span className="jalon-block">Notes&nbsp;: {totals.map(outOfTwenty).join('\u202f; ')}</span>}
      {opinions.length > 0 && <span className="jalon-block">Experts&nbsp;: {opinions.join('\u202f; ')}</span>}
    </>
  );
}

function MarksCell({ one: { marks } }: { readonly one: Listed }) {
  if (!marks) return '–';
  if (marks.average === undefined) return 'Aucune note';
  return (
    <>
      <strong className="jalon-block">{outOfTwenty(marks.average)}</strong>
      <span className="fr-text--xs">
        {count(marks.count, 'note')}
        {'\u00a0'}: {count(marks.favourable, 'favorable')}, {marks.reserved} avec réserves, {count(marks.unfavourable, 'défavorable')}
      </span>
    </>
  );
}

function QuorumCell({ one: { quorum } }: { readonly one: Listed }) {
  if (!quorum) return '–';
  return (
    <>
      <span className="jalon-block">
        {count(quorum.present, 'présent')}, quorum de {quorum.needed}
      </span>
      <Badge small as="span" severity={quorum.reached ? 'success' : 'warning'}>
        {quorum.reached ? 'Atteint' : 'Non atteint'}
      </Badge>
    </>
  );
}

function OpinionCell({ one: { opinion } }: { readonly one: Listed }) {
  if (!opinion) return 'À venir';
  return (
    <>
      <Badge small as="span" severity={severities[opinion.result]}>
        {opinion.label}
      </Badge>
      {opinion.amountCents !== undefined && (
        <span className="jalon-block">
          {euros(opinion.amountCents)}
          {opinion.rank !== undefined && `, rang ${opinion.rank}`}
        </span>
      )}
      {opinion.text !== undefined && <span className="fr-text--xs jalon-block">{opinion.text}</span>}
    </>
  );
}
