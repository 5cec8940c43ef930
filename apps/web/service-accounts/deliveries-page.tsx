import { Button } from '@codegouvfr/react-dsfr/Button';
import { useState } from 'react';
import { useParams } from 'react-router';
import { z } from 'zod';
import { civilDateField } from '#workflows/kit/fields.js';
import { api, ask, type Schemas } from '../api/client.js';
import { useAct } from '../api/use-act.js';
import { useResource } from '../api/use-resource.js';
import { count } from '../french/amounts.js';
import { momentOf } from '../french/moments.js';
import { announce } from '../layout/announcer.js';
import { useCursorPages } from '../layout/cursor-pages.js';
import { CursorPagination } from '../layout/cursor-pagination.js';
import { type Column, DataTable } from '../layout/data-table.js';
import { FormDialog } from '../layout/form-dialog.js';
import { Loaded } from '../layout/loaded.js';
import { OptionSelect } from '../layout/option-select.js';
import { Page } from '../layout/page.js';
import { ProblemAlert } from '../layout/problem-alert.js';
import { useSearchState } from '../layout/use-search-state.js';
import { useMay } from '../session/session.js';
import { accountPath, accountsCrumb, eventWords, statusWords } from './account-words.js';

type Delivery = Schemas['DeliveryView'];
type Status = Schemas['DeliveryStatus'];

const form = z.object({ from: civilDateField({ label: 'Depuis le', hint: 'Les messages abandonnés de ce jour et des suivants.' }) });
const isStatus = (text: string | null): text is Status => text !== null && text in statusWords;

const outcome = ({ status, nextAt, doneAt, error }: Delivery) =>
  [
    statusWords[status],
    status === 'pending' && nextAt !== undefined ? `essai prévu le ${momentOf(nextAt)}` : doneAt !== undefined && momentOf(doneAt),
    error,
  ]
    .filter(Boolean)
    .join(' – ');

/** Messages to one address: those that wait, those that were taken, those that were given up and may be replayed. */
export function DeliveriesPage() {
  const { id: accountId = '', webhook: id = '' } = useParams();
  const { search, change } = useSearchState();
  const may = useMay();
  const pages = useCursorPages();
  const [isReplaying, setReplaying] = useState(false);
  const chosen = search.get('etat');
  const status = isStatus(chosen) ? chosen : undefined;
  const query = { ...(status !== undefined && { status }), ...(pages.cursor !== undefined && { cursor: pages.cursor }) };
  const deliveries = useResource(`${id} ${JSON.stringify(query)}`, () =>
    ask(api.GET('/api/webhooks/{id}/deliveries', { params: { path: { id }, query } })),
  );
  const again = (replayed: number) => {
    announce(`${count(replayed, 'message remis', 'messages remis')} en file.`);
    deliveries.reload();
  };
  const replay = useAct(async (_key, delivery: string) => {
    again((await ask(api.POST('/api/deliveries/{id}/replay', { params: { path: { id: delivery } } }))).count);
  });
  const mayManage = may('manage integrations');
  const columns: readonly Column<Delivery>[] = [
    { title: 'Dossier', cell: ({ reference, sequence }) => `${reference}, écriture ${sequence}` },
    { title: 'Événement', cell: ({ type }) => eventWords[type] },
    { title: 'Date', cell: ({ at }) => momentOf(at) },
    { title: 'Essais', cell: ({ attempts }) => attempts, numeric: true },
    { title: 'Résultat', cell: outcome },
    {
      title: 'Action',
      cell: (delivery) =>
        mayManage &&
        delivery.status !== 'pending' && (
          <Button
            size="small"
            priority="tertiary no outline"
            disabled={replay.busy}
            onClick={() => void replay.run(delivery.id)}
            nativeButtonProps={{ 'aria-label': `Rejouer\u00a0: ${delivery.reference}, écriture ${delivery.sequence}` }}
          >
            Rejouer
          </Button>
        ),
    },
  ];
  return (
    <Page title="Envois" trail={[accountsCrumb, { label: 'Compte', href: accountPath(accountId) }]}>
      <OptionSelect
        label="État"
        all="Tous les messages"
        value={status ?? ''}
        options={Object.entries(statusWords)}
        onChange={(etat) => change({ etat })}
      />
      {mayManage && (
        <Button priority="secondary" onClick={() => setReplaying(true)}>
          Rejouer depuis une date
        </Button>
      )}
      <ProblemAlert problem={replay.problem} />
      <Loaded resource={deliveries}>
        {({ items, nextCursor }) => (
          <>
            {items.length === 0 ? (
              <p className="fr-mt-2w">Aucun message.</p>
            ) : (
              <DataTable caption="Messages" columns={columns} rows={items} keyOf={(delivery) => delivery.id} />
            )}
            <CursorPagination pages={pages} {...(nextCursor !== undefined && { nextCursor })} />
          </>
        )}
      </Loaded>
      {isReplaying && (
        <FormDialog
          title="Rejouer les messages abandonnés"
          explanation="Chaque message garde son identifiant\u00a0: un système qui l’a déjà reçu peut l’écarter."
          form={form}
          confirmLabel="Rejouer"
          onClose={() => setReplaying(false)}
          send={async ({ from }) => {
            const params = { path: { id } };
            again((await ask(api.POST('/api/webhooks/{id}/replay', { params, body: { from: String(from) } }))).count);
            setReplaying(false);
          }}
        />
      )}
    </Page>
  );
}
