import { Button } from '@codegouvfr/react-dsfr/Button';
import { useState } from 'react';
import { z } from 'zod';
import { text } from '#workflows/kit/fields.js';
import { api, ask } from '../api/client.js';
import { announce } from '../layout/announcer.js';
import { FormDialog } from '../layout/form-dialog.js';

const form = z.object({
  name: text({ label: 'Nom du fonds' }, { max: 150 }),
  slug: z
    .string({ error: 'Renseignez ce champ.' })
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Employez des minuscules sans accent, des chiffres et des tirets.')
    .max(40, '40 caractères au plus.')
    .meta({ widget: 'text', label: 'Nom court', hint: 'Pour les adresses et les fichiers\u00a0: fonds-numerique.' }),
});

/** A successor fund: its calls follow the same procedure. */
export function NewFundButton({ onCreated }: { readonly onCreated?: () => void }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button priority="secondary" onClick={() => setOpen(true)}>
        Créer un fonds
      </Button>
      {open && (
        <FormDialog
          title="Créer un fonds"
          explanation="Un fonds porte des appels. Le sien propre suffit à un fonds qui succède à un autre&nbsp;: la procédure ne change pas."
          form={form}
          confirmLabel="Créer"
          onClose={() => setOpen(false)}
          send={async ({ name, slug }) => {
            await ask(api.POST('/api/funds', { body: { name: String(name), slug: String(slug) } }));
            setOpen(false);
            announce('Le fonds est créé.');
            onCreated?.();
          }}
        />
      )}
    </>
  );
}
