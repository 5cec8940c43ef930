import { Button } from '@codegouvfr/react-dsfr/Button';
import { useState } from 'react';
import { z } from 'zod';
import { choice } from '#workflows/kit/fields.js';
import { api, ask, type Schemas } from '../api/client.js';
import { useAct } from '../api/use-act.js';
import { momentOf } from '../french/moments.js';
import { ConfirmButton } from '../layout/confirm-button.js';
import { type Column, DataTable } from '../layout/data-table.js';
import { FormDialog } from '../layout/form-dialog.js';
import { ProblemAlert } from '../layout/problem-alert.js';
import { SecretShown } from './secret-shown.js';

const overlaps = { 0: 'Aucun\u00a0: il cesse tout de suite', 7: 'Sept jours', 30: 'Trente jours' } as const;
const form = z.object({ overlap: choice(overlaps, { label: 'Délai laissé au secret actuel' }) });

interface Props {
  readonly account: Schemas['ServiceAccountView'];
  readonly onDone: () => void;
}

/** The secrets that are live: two at most, while a system changes over. */
export function AccountSecrets({ account: { id, secrets, mayManage }, onDone }: Props) {
  const [isAsking, setAsking] = useState(false);
  const [shown, setShown] = useState<Schemas['NewSecret']>();
  const end = useAct(async (_key, secret: string) => {
    await ask(api.DELETE('/api/service-accounts/{id}/secrets/{secret}', { params: { path: { id, secret } } }));
    onDone();
  });
  const columns: readonly Column<Schemas['SecretView']>[] = [
    { title: 'Secret', cell: ({ hint }) => `…${hint}` },
    { title: 'Créé', cell: ({ createdAt }) => momentOf(createdAt) },
    { title: 'Cesse', cell: ({ endsAt }) => (endsAt === undefined ? 'Sans date' : momentOf(endsAt)) },
    { title: 'Dernier usage', cell: ({ lastUsedAt }) => (lastUsedAt === undefined ? 'Jamais' : momentOf(lastUsedAt)) },
    {
      title: 'Action',
      cell: ({ id: secret, hint }) =>
        mayManage && (
          <ConfirmButton
            label="Retirer"
            about={`…${hint}`}
            title="Retirer ce secret&#8239;?"
            explanation="Le système qui l’emploie est refusé tout de suite, et ses jetons ne valent plus rien."
            confirmLabel="Retirer le secret"
            onConfirm={() => void end.run(secret)}
          />
        ),
    },
  ];
  return (
    <section aria-labelledby="secrets">
      <h2 id="secrets">Secrets</h2>
      <ProblemAlert problem={end.problem} />
      {secrets.length === 0 ? (
        <p>Ce compte n’a pas de secret en vigueur&nbsp;: le système ne peut pas se connecter.</p>
      ) : (
        <DataTable caption="Secrets en vigueur" columns={columns} rows={secrets} keyOf={(secret) => secret.id} />
      )}
      {mayManage && (
        <Button priority="secondary" onClick={() => setAsking(true)}>
          Créer un secret
        </Button>
      )}
      {isAsking && (
        <FormDialog
          title="Créer un secret"
          explanation="Le nouveau secret est montré une seule fois. Le secret actuel reste valable le temps que le système change."
          form={form}
          confirmLabel="Créer le secret"
          onClose={() => setAsking(false)}
          send={async ({ overlap }) => {
            const body = { overlapDays: Number(overlap) };
            setShown(await ask(api.POST('/api/service-accounts/{id}/secrets', { params: { path: { id } }, body })));
            setAsking(false);
            onDone();
          }}
        />
      )}
      {shown && (
        <SecretShown
          title="Nouveau secret"
          explanation="Enregistrez-le maintenant dans le coffre du système\u00a0: il ne sera plus montré."
          values={{ Identifiant: shown.clientId, Secret: shown.secret }}
          onClose={() => setShown(undefined)}
        />
      )}
    </section>
  );
}
