import type { ReactNode } from 'react';
import { api, ask } from '../api/client.js';
import { useResource } from '../api/use-resource.js';
import { AppLink } from '../layout/app-link.js';
import { Loaded } from '../layout/loaded.js';
import { NextCard } from './next-card.js';
import { OfYear } from './of-year.js';
import './directors.css';

/** Ten seconds on a phone: the next thing, yes or no, and nothing else. */
export const NextPage = () => (
  <OfYear title="Mon année">{(year, which) => <Next key={year.ref} yearRef={year.ref} which={which} />}</OfYear>
);

function Next({ yearRef, which }: { readonly yearRef: string; readonly which: ReactNode }) {
  const year = useResource(`year ${yearRef}`, () => ask(api.GET('/api/directors/years/{ref}', { params: { path: { ref: yearRef } } })));
  return (
    <div className="jalon-next">
      {which}
      <Loaded resource={year}>{(data) => <NextCard year={data} onDone={year.reload} />}</Loaded>
      <p className="fr-mt-4w">
        <AppLink className="fr-link" href={`/directeurs/annee?annee=${yearRef}`}>
          Toute mon année
        </AppLink>
      </p>
    </div>
  );
}
