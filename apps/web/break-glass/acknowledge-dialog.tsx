import { z } from 'zod';
import { longText } from '#workflows/kit/fields.js';
import { api, ask, type Schemas } from '../api/client.js';
import { announce } from '../layout/announcer.js';
import { FormDialog } from '../layout/form-dialog.js';

const form = z.object({ remark: longText({ label: 'Remarque', hint: 'Elle reste au journal des accès.' }, { min: 3, max: 2_000 }) });

interface Props {
  readonly glass: Schemas['BreakGlassView'];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Who answers for the program says that they have seen the access. */
export function AcknowledgeDialog({ glass: { id, ref, by }, onClose, onDone }: Props) {
  return (
    <FormDialog
      title={`Prendre acte de l’accès au dossier ${ref}`}
      explanation={`${by.name} s’est ouvert ce dossier en lecture. Dites ce que vous en savez\u00a0; si cet accès vous paraît anormal, prévenez l’auditeur.`}
      form={form}
      confirmLabel="Prendre acte"
      onClose={onClose}
      send={async ({ remark }) => {
        await ask(api.POST('/api/break-glass/{id}/acknowledge', { params: { path: { id } }, body: { remark: String(remark) } }));
        announce('Vous avez pris acte de cet accès.');
        onClose();
        onDone();
      }}
    />
  );
}
