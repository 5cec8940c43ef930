import { Button } from '@codegouvfr/react-dsfr/Button';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { z } from 'zod';
import { addMonths } from '#workflows/calendar/civil-date.js';
import { civilDateField, text } from '#workflows/kit/fields.js';
import { api, ask, type Schemas } from '../api/client.js';
import { FormDialog } from '../layout/form-dialog.js';

const form = z
  .object({
    title: text({ label: 'Intitulé du nouvel appel' }),
    opensOn: civilDateField({ label: 'Ouverture' }),
    closesOn: civilDateField({ label: 'Clôture' }),
  })
  .refine(({ opensOn, closesOn }) => opensOn <= closesOn, {
    path: ['closesOn'],
    message: 'La clôture ne peut pas précéder l’ouverture.',
  });

/** Prepares next year's call from this one. */
export function CopyCallButton({ call }: { readonly call: Schemas['CallView'] }) {
  const [open, setOpen] = useState(false);
  const navigate = useNavigate();
  const { id, title, opensOn, closesOn } = call;
  const nextYear = { title: yearAfter(title), opensOn: addMonths(opensOn, 12), closesOn: addMonths(closesOn, 12) };
  return (
    <>
      <Button priority="tertiary" onClick={() => setOpen(true)}>
        Copier
      </Button>
      {open && (
        <FormDialog
          title="Copier cet appel"
          explanation="Le nouvel appel reprend toutes les conditions de celui-ci, en préparation. Les séances du comité sont décalées comme l’ouverture&nbsp;: vérifiez-les avant de publier."
          form={form}
          initial={nextYear}
          confirmLabel="Copier"
          onClose={() => setOpen(false)}
          send={async (answer) => {
            const copy = await ask(api.POST('/api/calls/{id}/copy', { params: { path: { id } }, body: answer as Schemas['CallCopy'] }));
            setOpen(false);
            await navigate(`/appels/${copy.id}`);
          }}
        />
      )}
    </>
  );
}

/** « appel 2026 » becomes « appel 2027 ». */
const yearAfter = (title: string) => title.replace(/\b20\d\d\b/, (year) => String(Number(year) + 1));
