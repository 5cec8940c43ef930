import { useParams } from 'react-router';
import { api, ask, type Schemas } from '../api/client.js';
import { useResource } from '../api/use-resource.js';
import { momentOf } from '../french/moments.js';
import { useCursorPages } from '../layout/cursor-pages.js';
import { CursorPagination } from '../layout/cursor-pagination.js';
import { type Column, DataTable } from '../layout/data-table.js';
import { Loaded } from '../layout/loaded.js';
import { Page } from '../layout/page.js';
import { useMay } from '../session/session.js';
import { AccessTable } from './access-table.js';

/** Who read a case: by name for those who audit, by role for its owner. */
export function CaseAccessesPage() {
  const { ref = '' } = useParams();
  const may = useMay();
  // An administrator follows reads of cases that they do not read.
  const trail = may('read file')
    ? [
        { label: 'Dossiers', href: '/dossiers' },
        { label: `Dossier ${ref}`, href: `/dossiers/${ref}` },
      ]
    : [{ label: 'Journal des accès', href: '/acces' }];
  return (
    <Page title={`Consultations du dossier ${ref}`} trail={trail}>
      {may('audit log') ? <ByName caseRef={ref} /> : <ByRole caseRef={ref} />}
    </Page>
  );
}

function ByName({ caseRef }: { readonly caseRef: string }) {
  const { pages, read } = useReadPages(caseRef, (params) => ask(api.GET('/api/cases/{ref}/accesses', { params })));
  return (
    <Loaded resource={read}>
      {({ items, nextCursor }) => (
        <>
          <AccessTable rows={items} caseRef={caseRef} />
          <CursorPagination pages={pages} nextCursor={nextCursor} />
        </>
      )}
    </Loaded>
  );
}

function ByRole({ caseRef }: { readonly caseRef: string }) {
  const { pages, read } = useReadPages(caseRef, (params) => ask(api.GET('/api/cases/{ref}/readers', { params })));
  return (
    <>
      <p>Voici à quel titre votre dossier a été lu, et quand. Le service tient le journal complet, qui se vérifie.</p>
      <Loaded resource={read}>
        {({ items, nextCursor }) =>
          items.length === 0 ? (
            <p>Votre dossier n’a pas encore été lu.</p>
          ) : (
            <>
              <DataTable
                caption="Consultations de votre dossier"
                columns={columns}
                rows={items.map((row, index) => ({ ...row, index }))}
                keyOf={({ index }) => String(index)}
              />
              <CursorPagination pages={pages} nextCursor={nextCursor} />
            </>
          )
        }
      </Loaded>
    </>
  );
}

interface Asked {
  readonly path: { readonly ref: string };
  readonly query: { readonly cursor?: string };
}

/** Reads of the case, a page at a time. */
function useReadPages<T>(caseRef: string, load: (params: Asked) => Promise<T>) {
  const pages = useCursorPages();
  const { cursor } = pages;
  return { pages, read: useResource(`${caseRef} ${cursor ?? ''}`, () => load({ path: { ref: caseRef }, query: { cursor } })) };
}

const columns: readonly Column<Schemas['OwnersAccessRow'] & { readonly index: number }>[] = [
  { title: 'Date', cell: ({ at }) => momentOf(at) },
  { title: 'À quel titre', cell: ({ roles, exceptional }) => `${roles.join(', ')}${exceptional ? ' (accès exceptionnel)' : ''}` },
  { title: 'Lu', cell: ({ what }) => what },
];
