import { Alert } from '@codegouvfr/react-dsfr/Alert';
import { Button } from '@codegouvfr/react-dsfr/Button';
import { Stepper } from '@codegouvfr/react-dsfr/Stepper';
import { type ReactNode, useMemo } from 'react';
import { useNavigate } from 'react-router';
import type { ZodType } from 'zod';
import { api, ask, idempotent, type Schemas } from '../api/client.js';
import { Problem } from '../api/problem.js';
import { useAct } from '../api/use-act.js';
import { AnswerList } from '../answers/answer-list.js';
import { check } from '../forms/errors.js';
import { fieldsOf } from '../forms/field.js';
import { recordOf, type FormValue } from '../forms/value.js';
import { count } from '../french/amounts.js';
import { AppLink } from '../layout/app-link.js';
import { Page } from '../layout/page.js';
import { ProblemAlert } from '../layout/problem-alert.js';
import { CoApplicants } from './co-applicants.js';
import { conditionsOf } from './conditions.js';
import { CopyDraft } from './copy-draft.js';
import { EligibilityList } from './eligibility-list.js';
import type { Step } from './steps.js';

interface Props {
  readonly draft: Schemas['DraftView'];
  readonly call: Schemas['CallView'];
  readonly form: ZodType;
  readonly content: FormValue;
  readonly steps: readonly Step[];
  readonly above: ReactNode;
  readonly flush: () => Promise<boolean>;
  readonly forget: () => void;
}

/** Everything that was written, what is still missing, which conditions are met, who shares it, and the act of filing. */
export function DraftSummary({ draft, call, form, content, steps, above, flush, forget }: Props) {
  const navigate = useNavigate();
  const fields = useMemo(() => fieldsOf(form), [form]);
  const errors = check(form, content).errors ?? {};
  const missingIn = (key: string) => Object.entries(errors).filter(([path]) => path.split('.')[0] === key);
  const file = useAct(async (key) => {
    if (!(await flush()))
      throw new Problem({ title: 'Le brouillon n’a pas pu être enregistré', detail: 'Réglez d’abord ce que dit le haut de la page.' });
    const { ref } = await ask(api.POST('/api/drafts/{id}/file', { params: { path: { id: draft.id }, ...idempotent(key) } }));
    forget();
    await navigate(`/dossiers/${ref}?depose=1`);
  });
  const conditions = conditionsOf(content, call);
  const complete = Object.keys(errors).length === 0;
  const eligible = conditions.every(({ ok }) => ok !== false);
  const mayWrite = draft.right !== 'reader';
  return (
    <Page
      title="Récapitulatif et dépôt"
      documentTitle={`Récapitulatif (étape ${steps.length} sur ${steps.length}) – Demande`}
      trail={[
        { label: 'Appels à projets', href: '/appels' },
        { label: draft.callTitle, href: `/appels/${draft.callId}` },
      ]}
    >
      {above}
      <Stepper currentStep={steps.length} stepCount={steps.length} title="Relisez votre demande, puis déposez-la" />
      {mayWrite && !complete && (
        <Alert
          severity="warning"
          as="h2"
          title="La demande n’est pas encore complète"
          description={`${count(Object.keys(errors).length, 'point')} à compléter, indiqués ci-dessous étape par étape.`}
        />
      )}
      {fields.map((field) => {
        const missing = missingIn(field.key);
        return (
          <section key={field.key} className="jalon-card fr-mt-3w" aria-labelledby={`etape-${field.key}`}>
            <div className="jalon-card__head">
              <h2 id={`etape-${field.key}`} className="fr-h5 fr-mb-0">
                {field.label}
              </h2>
              {mayWrite && (
                <AppLink className="fr-link" href={`/brouillons/${draft.id}/${field.key}`} aria-label={`Modifier\u00a0: ${field.label}`}>
                  Modifier
                </AppLink>
              )}
            </div>
            {missing.length > 0 && (
              <ul className="jalon-missing-list">
                {[...new Set(missing.map(([, message]) => message))].map((message) => (
                  <li key={message} className="fr-error-text">
                    {message}
                  </li>
                ))}
              </ul>
            )}
            <AnswerList fields={field.kind === 'group' ? field.fields : [field]} value={recordOf(content[field.key])} />
          </section>
        );
      })}
      <EligibilityList conditions={conditions} />
      <CoApplicants draft={draft} />
      <ProblemAlert problem={file.problem} />
      <FilingBar draft={draft} ready={complete && eligible && !file.busy} onFile={() => void file.run()} />
      {mayWrite && <CopyDraft draft={draft} flush={flush} />}
    </Page>
  );
}

interface FilingBarProps {
  readonly draft: Schemas['DraftView'];
  readonly ready: boolean;
  readonly onFile: () => void;
}

/** The act of filing, for those whose act it is. */
function FilingBar({ draft, ready, onFile }: FilingBarProps) {
  if (draft.right !== 'owner' && draft.right !== 'signatory')
    return <p className="fr-mt-4w">Cette demande est à déposer par {draft.ownerName} ou par un co-porteur qui en a le droit.</p>;
  return (
    <>
      <p className="fr-mt-4w">
        En déposant, vous ouvrez le délai d’instruction. Vous recevrez un accusé de réception&#8239;; les pièces déposées ne pourront plus
        être retirées.
      </p>
      <Button size="large" disabled={!ready} onClick={onFile}>
        Déposer ma demande
      </Button>
    </>
  );
}
