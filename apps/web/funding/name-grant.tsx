import { Button } from '@codegouvfr/react-dsfr/Button';
import { useMemo, useState } from 'react';
import { z } from 'zod';
import { choice } from '#workflows/kit/fields.js';
import { api, ask, type Schemas } from '../api/client.js';
import { useResource } from '../api/use-resource.js';
import { announce } from '../layout/announcer.js';
import { FormDialog } from '../layout/form-dialog.js';
import { noGrant, grantOptions } from './grant-options.js';

interface Props {
  readonly cohortRef: string;
  readonly member: Pick<Schemas['CohortMember'], 'ref' | 'person' | 'fundedBy'>;
  readonly onNamed: () => void;
}

/** Names the grant that pays for a member's journey, or another, or none. */
export function NameGrant({ cohortRef, member, onNamed }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" priority="tertiary" onClick={() => setOpen(true)} title={`Choisir la subvention, ${member.person.name}`}>
        Choisir
      </Button>
      {open && <Choose {...{ cohortRef, member, onNamed }} onClose={() => setOpen(false)} />}
    </>
  );
}

function Choose({ cohortRef, member, onNamed, onClose }: Props & { readonly onClose: () => void }) {
  const grants = useResource('fundable grants', () => ask(api.GET('/api/fundable-grants')));
  const form = useMemo(
    () => z.object({ grant: choice(grantOptions(grants.data ?? [], 'Aucune'), { label: 'Subvention' }) }),
    [grants.data],
  );
  if (!grants.data) return null;
  const isOffered = grants.data.some(({ ref }) => ref === member.fundedBy);
  return (
    <FormDialog
      title={`Subvention qui finance le parcours de ${member.person.name}`}
      explanation="Ni le participant ni le bénéficiaire de la subvention ne lisent ce choix. Il ne change plus une fois que la subvention a compté le parcours, à son premier jour."
      form={form}
      initial={{ grant: isOffered ? member.fundedBy : noGrant }}
      confirmLabel="Enregistrer"
      onClose={onClose}
      send={async ({ grant }, key) => {
        const path = { ref: cohortRef, member: member.ref };
        const header = { 'Idempotency-Key': key };
        const body = grant === noGrant ? {} : { grant: String(grant) };
        await ask(api.POST('/api/cohorts/{ref}/members/{member}/funding', { params: { path, header }, body }));
        announce('La subvention est enregistrée.');
        onClose();
        onNamed();
      }}
    />
  );
}
