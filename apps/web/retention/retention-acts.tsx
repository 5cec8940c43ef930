import { Button } from '@codegouvfr/react-dsfr/Button';
import { useState } from 'react';
import { z } from 'zod';
import { choice, longText, text } from '#workflows/kit/fields.js';
import { api, ask, type Schemas } from '../api/client.js';
import type { FormValue } from '../forms/value.js';
import { announce } from '../layout/announcer.js';
import { FormDialog } from '../layout/form-dialog.js';

interface Act {
  readonly label: string;
  readonly title: string;
  readonly explanation: string;
  readonly form: z.ZodType;
  readonly done: string;
  readonly send: (ref: string, answer: FormValue, key: string) => Promise<unknown>;
}

const reason = (hint: string) => z.object({ reason: longText({ label: 'Motif', hint }, { min: 10, max: 2_000 }) });
const verdicts = { confirmed: 'Confirmer l’élimination', refused: 'Refuser' } as const;

/** What may be done about a clock, by the right that the server gives for it. */
const acts = {
  mayHold: {
    label: 'Suspendre pour litige',
    title: 'Suspendre la conservation',
    explanation: 'Le délai s’arrête et le dossier n’est pas détruit tant que le litige dure. Un visa déjà porté tombe.',
    form: reason('Par exemple le recours et le tribunal. Le propriétaire du dossier voit la suspension, pas son motif.'),
    done: 'La conservation est suspendue.',
    send: (ref, answer, key) =>
      ask(
        api.POST('/api/cases/{ref}/retention/hold', {
          params: { path: { ref }, header: { 'Idempotency-Key': key } },
          body: { reason: String(answer.reason) },
        }),
      ),
  },
  mayRelease: {
    label: 'Lever la suspension',
    title: 'Lever la suspension',
    explanation: 'Le délai reprend\u00a0: la date recule de la durée du litige, et sera annoncée de nouveau.',
    form: reason('Comment le litige a pris fin.'),
    done: 'La suspension est levée.',
    send: (ref, answer) =>
      ask(api.POST('/api/cases/{ref}/retention/release', { params: { path: { ref } }, body: { reason: String(answer.reason) } })),
  },
  mayGiveVisa: {
    label: 'Porter le visa d’élimination',
    title: 'Porter le visa d’élimination',
    explanation:
      'Le dossier a été exporté et remis aux archives, qui autorisent son élimination (code du patrimoine, art. L212-2). Une seconde personne devra confirmer.',
    form: z.object({ visa: text({ label: 'Référence du visa des archives' }) }),
    done: 'Le visa est porté\u00a0: il attend une seconde personne.',
    send: (ref, answer, key) =>
      ask(
        api.POST('/api/cases/{ref}/retention/visa', {
          params: { path: { ref }, header: { 'Idempotency-Key': key } },
          body: { visa: String(answer.visa) },
        }),
      ),
  },
  mayDecideVisa: {
    label: 'Décider du visa',
    title: 'Confirmer ou refuser l’élimination',
    explanation:
      'Une fois confirmé et le dernier jour passé, le contenu du dossier est détruit pour toujours\u00a0: personne ne peut l’en empêcher ni le retrouver.',
    form: z.object({ verdict: choice(verdicts, { label: 'Décision' }) }),
    done: 'Votre décision est enregistrée.',
    send: (ref, answer) =>
      ask(
        api.POST('/api/cases/{ref}/retention/visa/decision', {
          params: { path: { ref } },
          body: { verdict: answer.verdict as keyof typeof verdicts },
        }),
      ),
  },
} as const satisfies Record<string, Act>;

type Name = keyof typeof acts;

interface Props {
  readonly caseRef: string;
  readonly retention: Schemas['CaseRetention'];
  readonly onDone: () => void;
}

/** The buttons of those acts that this person may do now. */
export function RetentionActs({ caseRef, retention, onDone }: Props) {
  const [open, setOpen] = useState<Name>();
  const offered = (Object.keys(acts) as Name[]).filter((name) => retention[name]);
  if (offered.length === 0) return null;
  const act: Act | undefined = open && acts[open];
  return (
    <>
      <ul className="fr-raw-list jalon-stack fr-mt-2w">
        {offered.map((name) => (
          <li key={name}>
            <Button size="small" priority="secondary" onClick={() => setOpen(name)}>
              {acts[name].label}
            </Button>
          </li>
        ))}
      </ul>
      {act && (
        <FormDialog
          title={act.title}
          explanation={act.explanation}
          form={act.form}
          confirmLabel={act.label}
          onClose={() => setOpen(undefined)}
          send={async (answer, key) => {
            await act.send(caseRef, answer, key);
            announce(act.done);
            setOpen(undefined);
            onDone();
          }}
        />
      )}
    </>
  );
}
