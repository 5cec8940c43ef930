import { Button } from '@codegouvfr/react-dsfr/Button';
import { useState } from 'react';
import { z } from 'zod';
import { longText } from '#workflows/kit/fields.js';
import { api, ask, type Schemas } from '../api/client.js';
import { announce } from '../layout/announcer.js';
import { FormDialog } from '../layout/form-dialog.js';
import { actWords } from './call-words.js';
import { CallProgress } from './call-progress.js';
import { CopyCallButton } from './copy-call-button.js';

interface Props {
  readonly call: Schemas['CallView'];
  readonly onChanged: () => void;
}

const form = z.object({
  reason: longText({ label: 'Motif', hint: 'Il figure dans l’historique de l’appel.' }, { max: 1_000 }).optional(),
});

/** Acts that let applications in. */
const opening: ReadonlySet<Schemas['CallAct']> = new Set(['publish', 'reopen']);

/** What who manages the call sees of it, and may do. */
export function CallManagement({ call, onChanged }: Props) {
  const { id, acts, amendable, status } = call;
  const [act, setAct] = useState<Schemas['CallAct']>();
  return (
    <section className="jalon-card fr-mb-4w" aria-labelledby="gestion">
      <h2 id="gestion" className="fr-h5">
        Gestion de l’appel
      </h2>
      {status !== 'draft' && <CallProgress call={call} />}
      <div className="jalon-actions">
        {acts.map((one) => (
          <Button key={one} priority={opening.has(one) ? 'primary' : 'secondary'} onClick={() => setAct(one)}>
            {actWords[one].label}
          </Button>
        ))}
        {amendable && (
          <Button priority="secondary" linkProps={{ href: `/appels/${id}/modifier` }}>
            Modifier
          </Button>
        )}
        <CopyCallButton call={call} />
        <Button priority="tertiary" linkProps={{ href: `/appels/${id}/repetition` }}>
          Répéter la procédure
        </Button>
        <Button priority="tertiary" linkProps={{ href: `/appels/${id}/liste-attente` }}>
          Liste d’attente
        </Button>
        <Button priority="tertiary" linkProps={{ href: `/chiffres/${id}` }}>
          Argent et effets
        </Button>
      </div>
      {act && <ActDialog call={call} act={act} onClose={() => setAct(undefined)} onDone={onChanged} />}
    </section>
  );
}

interface ActProps {
  readonly call: Schemas['CallView'];
  readonly act: Schemas['CallAct'];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

const request = {
  publish: '/api/calls/{id}/publish',
  exhaust: '/api/calls/{id}/exhaust',
  reopen: '/api/calls/{id}/reopen',
  close: '/api/calls/{id}/close',
  settle: '/api/calls/{id}/settle',
} as const satisfies Record<Schemas['CallAct'], string>;

function ActDialog({ call, act, onClose, onDone }: ActProps) {
  const { title, confirm, done, consequence } = actWords[act];
  return (
    <FormDialog
      title={title}
      explanation={consequence(call)}
      form={form}
      confirmLabel={confirm}
      onClose={onClose}
      send={async ({ reason }) => {
        const body = { version: call.version, ...(typeof reason === 'string' && { reason }) };
        await ask(api.POST(request[act], { params: { path: { id: call.id } }, body }));
        onClose();
        announce(done);
        onDone();
      }}
    />
  );
}
