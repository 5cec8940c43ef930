import { Badge } from '@codegouvfr/react-dsfr/Badge';
import { Button } from '@codegouvfr/react-dsfr/Button';
import { useState } from 'react';
import type { Schemas } from '../api/client.js';
import { momentOf, timeOf } from '../french/moments.js';
import { AppLink } from '../layout/app-link.js';
import { AcknowledgeDialog } from './acknowledge-dialog.js';

interface Props {
  readonly glass: Schemas['BreakGlassView'];
  readonly onChange: () => void;
}

/** Who had which case opened, when, why and until when; and who has seen it. */
export function GlassCard({ glass, onChange }: Props) {
  const { ref, by, reason, openedAt, until, acknowledged, mayAcknowledge } = glass;
  const [acknowledging, setAcknowledging] = useState(false);
  const open = Date.parse(until) > Date.now();
  return (
    <li className="jalon-card">
      <h3 className="fr-h6 fr-mb-1v">
        Dossier <AppLink href={`/dossiers/${ref}/consultations`}>{ref}</AppLink>
      </h3>
      <p className="fr-mb-1w">
        <Badge as="span" small noIcon severity={open ? 'warning' : 'info'}>
          {open ? `Ouvert jusqu’à ${timeOf(until)}` : 'Terminé'}
        </Badge>
      </p>
      <p className="fr-mb-1w">
        {by.name}, le {momentOf(openedAt)}. Motif&nbsp;: {reason}
      </p>
      {acknowledged && (
        <p className="fr-text--sm fr-mb-1w">
          Pris acte par {acknowledged.by.name}, le {momentOf(acknowledged.at)}&nbsp;: {acknowledged.remark}
        </p>
      )}
      {mayAcknowledge && (
        <Button size="small" priority="secondary" onClick={() => setAcknowledging(true)}>
          Prendre acte
        </Button>
      )}
      {acknowledging && <AcknowledgeDialog glass={glass} onClose={() => setAcknowledging(false)} onDone={onChange} />}
    </li>
  );
}
