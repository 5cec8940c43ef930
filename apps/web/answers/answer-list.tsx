import type { Field } from '../forms/field.js';
import { isRecord, recordOf, rowsOf, type FormValue } from '../forms/value.js';
import { AnswerDocuments } from './answer-documents.js';
import { saidInFrench } from './said-in-french.js';

/** What was answered, field by field, in the order and the words of the form. */
export function AnswerList({ fields, value }: { readonly fields: readonly Field[]; readonly value: FormValue }) {
  const lines = fields.filter(({ kind }) => kind !== 'group' && kind !== 'list' && kind !== 'variants' && kind !== 'hidden');
  return (
    <>
      {lines.length > 0 && (
        <dl className="jalon-answers">
          {lines.map((field) => (
            <div key={field.key}>
              <dt>{field.label}</dt>
              <dd>
                {field.kind === 'documents' ? (
                  <AnswerDocuments ids={rowsOf(value[field.key]).map(String)} />
                ) : (
                  (saidInFrench(field, value[field.key]) ?? <span className="jalon-missing">Non renseigné</span>)
                )}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {fields.map((field) => (
        <NestedAnswer key={field.key} field={field} value={value} />
      ))}
    </>
  );
}

function NestedAnswer({ field, value }: { readonly field: Field; readonly value: FormValue }) {
  switch (field.kind) {
    case 'group':
      return (
        <div className="fr-mt-2w">
          <p className="fr-text--bold fr-mb-1v">{field.label}</p>
          <AnswerList fields={field.fields} value={recordOf(value[field.key])} />
        </div>
      );
    case 'list':
      return rowsOf(value[field.key])
        .filter(isRecord)
        .map((row, index) => (
          <div key={index} className="fr-mt-2w">
            <p className="fr-text--bold fr-mb-1v">
              {field.itemLabel} {index + 1}
            </p>
            <AnswerList fields={field.fields} value={row} />
          </div>
        ));
    case 'variants': {
      const chosen = field.variants.find((variant) => variant.value === value[field.discriminator]);
      return (
        <>
          <p className="fr-text--bold fr-mb-1v">{chosen?.label ?? 'Choix à faire'}</p>
          {chosen && <AnswerList fields={chosen.fields} value={value} />}
        </>
      );
    }
    default:
      return null;
  }
}
