import { Button } from '@codegouvfr/react-dsfr/Button';
import { Stepper } from '@codegouvfr/react-dsfr/Stepper';
import { type ReactNode, useMemo } from 'react';
import { useNavigate } from 'react-router';
import type { ZodType } from 'zod';
import type { Schemas } from '../api/client.js';
import { stepForm } from './step-form.js';
import { recordOf, type FormValue } from '../forms/value.js';
import { ZodForm } from '../forms/zod-form.js';
import { Page } from '../layout/page.js';
import { BudgetTotals } from './budget-totals.js';
import { termsOf } from './conditions.js';
import { FindBody } from './find-body.js';
import { type Step, summaryStep } from './steps.js';

interface Props {
  readonly draft: Schemas['DraftView'];
  readonly call: Schemas['CallView'];
  readonly form: ZodType;
  readonly content: FormValue;
  readonly steps: readonly Step[];
  readonly step: Step;
  readonly above: ReactNode;
  readonly onChange: (change: (previous: FormValue) => FormValue) => void;
  readonly flush: () => Promise<boolean>;
}

/** One step of the application. What is missing is said before the next one; nothing typed is ever lost. */
export function DraftStep({ draft, call, form, content, steps, step, above, onChange, flush }: Props) {
  const navigate = useNavigate();
  const own = useMemo(() => stepForm(form, step.key), [form, step.key]);
  const terms = useMemo(() => termsOf(call), [call]);
  const index = steps.indexOf(step);
  const to = (key: string | undefined) => `/brouillons/${draft.id}/${key ?? summaryStep}`;
  const go = async (key: string | undefined) => {
    await flush();
    await navigate(to(key));
  };
  const changePart = (change: (previous: FormValue) => FormValue) =>
    onChange((previous) => ({ ...previous, [step.key]: change(recordOf(previous[step.key])) }));
  /** What helps to fill in one field of a step. */
  const under: Readonly<Record<string, Readonly<Record<string, ReactNode>>>> = {
    body: {
      siret: <FindBody body={recordOf(content.body)} onFound={(found) => changePart((previous) => ({ ...previous, ...found }))} />,
    },
    budget: { lines: terms && <BudgetTotals content={content} terms={terms} /> },
  };
  return (
    <Page title={step.label} documentTitle={`${step.label} (étape ${index + 1} sur ${steps.length}) – Demande`} trail={trail(draft)}>
      {above}
      <Stepper currentStep={index + 1} stepCount={steps.length} title={step.label} nextTitle={steps[index + 1]?.label} />
      <p className="fr-text--sm">Sauf mention «&nbsp;facultatif&nbsp;», tous les champs sont nécessaires.</p>
      <ZodForm
        form={own}
        value={recordOf(content[step.key])}
        onChange={changePart}
        onSubmit={() => void go(steps[index + 1]?.key)}
        place={{ draftId: draft.id }}
        under={under[step.key]}
      >
        <div className="jalon-actions fr-mt-4w">
          {index > 0 && (
            <Button type="button" priority="secondary" onClick={() => void go(steps[index - 1]?.key)}>
              Précédent
            </Button>
          )}
          <Button type="submit">Continuer</Button>
          <Button type="button" priority="tertiary no outline" onClick={() => void go(summaryStep)}>
            Aller au récapitulatif
          </Button>
        </div>
      </ZodForm>
    </Page>
  );
}

const trail = ({ callTitle, callId }: Schemas['DraftView']) => [
  { label: 'Appels à projets', href: '/appels' },
  { label: callTitle, href: `/appels/${callId}` },
];
