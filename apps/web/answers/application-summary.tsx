import { Accordion } from '@codegouvfr/react-dsfr/Accordion';
import { useMemo } from 'react';
import { fieldsOf } from '../forms/field.js';
import { recordOf, type FormValue } from '../forms/value.js';
import { isReview, ReviewFigures } from '../reviews/review-figures.js';
import { AnswerList } from './answer-list.js';
import { filedApplication } from './application-form.js';

interface Props {
  readonly procedure: string;
  /** What the case began with. */
  readonly input: FormValue;
  /** Keys of the steps that are shown open. */
  readonly open?: readonly string[];
}

/** The application as it was filed, one fold a step. */
export function ApplicationSummary({ procedure, input, open = [] }: Props) {
  const filed = useMemo(() => filedApplication(procedure, input), [procedure, input]);
  const fields = useMemo(() => (filed ? fieldsOf(filed.form) : []), [filed]);
  if (isReview(procedure)) return <ReviewFigures input={input} />;
  if (!filed) return <p>La demande ne peut pas être affichée ici.</p>;
  // A short form needs no folds.
  if (fields.every(({ kind }) => kind !== 'group')) return <AnswerList fields={fields} value={filed.value} />;
  return (
    <div className="fr-accordions-group">
      {fields.map((field) => (
        <Accordion key={field.key} label={field.label} titleAs="h3" defaultExpanded={open.includes(field.key)}>
          <AnswerList fields={field.kind === 'group' ? field.fields : [field]} value={recordOf(filed.value[field.key])} />
        </Accordion>
      ))}
    </div>
  );
}
