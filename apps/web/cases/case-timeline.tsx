import { Button } from '@codegouvfr/react-dsfr/Button';
import { useState } from 'react';
import { api, ask, type Schemas } from '../api/client.js';
import { useResource } from '../api/use-resource.js';
import { momentOf } from '../french/moments.js';
import { Loaded } from '../layout/loaded.js';

const shownFirst = 12;

interface Props {
  readonly caseRef: string;
  readonly seq: number;
  /** The day at whose end the case is read; left out: now. */
  readonly on?: string;
}

/** What happened, the latest first. */
export function CaseTimeline({ caseRef, seq, on }: Props) {
  const timeline = useResource(`${caseRef} ${seq} ${on ?? ''}`, () =>
    ask(api.GET('/api/cases/{ref}/timeline', { params: { path: { ref: caseRef }, query: { on } } })),
  );
  const [all, setAll] = useState(false);
  return (
    <Loaded resource={timeline}>
      {(items) => {
        const latest = [...items].reverse();
        return (
          <>
            <ol className="fr-raw-list jalon-timeline" reversed>
              {(all ? latest : latest.slice(0, shownFirst)).map((item) => (
                <TimelineEntry key={item.seq} item={item} />
              ))}
            </ol>
            {!all && latest.length > shownFirst && (
              <Button priority="tertiary" size="small" onClick={() => setAll(true)}>
                Voir les {latest.length} événements
              </Button>
            )}
          </>
        );
      }}
    </Loaded>
  );
}

function TimelineEntry({ item: { at, title, detail, by, sealed, type } }: { readonly item: Schemas['TimelineItem'] }) {
  return (
    <li className={`jalon-event jalon-event--${type === 'entered' || type === 'closed' ? 'milestone' : 'plain'}`}>
      <p className="fr-text--xs jalon-discreet fr-mb-0">
        {momentOf(at)}
        {by && ` – ${by.name}`}
      </p>
      <p className="fr-mb-0">{title}</p>
      {detail && <p className="fr-text--sm jalon-detail">{detail}</p>}
      {sealed && <p className="fr-text--sm jalon-detail">Contenu fermé jusqu’à ce que tous aient répondu.</p>}
    </li>
  );
}
