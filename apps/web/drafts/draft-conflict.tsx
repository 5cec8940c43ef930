import { Button } from '@codegouvfr/react-dsfr/Button';
import type { Field } from '../forms/field.js';
import { isRecord, type FormValue } from '../forms/value.js';
import { saidInFrench } from '../answers/said-in-french.js';

interface Props {
  /** Says what was changed elsewhere. */
  readonly title?: string;
  readonly fields: readonly Field[];
  readonly mine: FormValue;
  readonly theirs: FormValue;
  readonly onChoose: (choice: 'mine' | 'theirs') => void;
}

/** Two versions of what is being written, side by side where they differ; the person chooses. */
export function DraftConflict({ title = 'Ce brouillon a aussi été modifié ailleurs', fields, mine, theirs, onChoose }: Props) {
  const rows = differences(fields, mine, theirs);
  return (
    <section role="alert" className="jalon-conflict">
      <h2 className="fr-h5">{title}</h2>
      <p>
        Dans un autre onglet ou sur un autre appareil. Comparez les deux versions, puis choisissez celle à garder&nbsp;: l’autre sera
        remplacée.
      </p>
      <div className="fr-table">
        <div className="fr-table__wrapper">
          <div className="fr-table__container">
            <div className="fr-table__content">
              <table>
                <caption>Ce qui diffère</caption>
                <thead>
                  <tr>
                    <th scope="col">Champ</th>
                    <th scope="col">Votre saisie ici</th>
                    <th scope="col">Version enregistrée</th>
                  </tr>
                </thead>
                <tbody>
                  {rows.map(({ label, here, there }) => (
                    <tr key={label}>
                      <th scope="row">{label}</th>
                      <td>{here}</td>
                      <td>{there}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          </div>
        </div>
      </div>
      <div className="jalon-actions">
        <Button onClick={() => onChoose('mine')}>Garder ma saisie</Button>
        <Button priority="secondary" onClick={() => onChoose('theirs')}>
          Prendre la version enregistrée
        </Button>
      </div>
    </section>
  );
}

interface Difference {
  readonly label: string;
  readonly here: string;
  readonly there: string;
}

function differences(fields: readonly Field[], mine: FormValue, theirs: FormValue): readonly Difference[] {
  return fields.flatMap((field): readonly Difference[] => {
    const [here, there] = [mine[field.key], theirs[field.key]];
    if (JSON.stringify(here ?? null) === JSON.stringify(there ?? null)) return [];
    if (field.kind === 'group')
      return differences(field.fields, isRecord(here) ? here : {}, isRecord(there) ? there : {}).map((row) => ({
        ...row,
        label: `${field.label}, ${row.label}`,
      }));
    return [{ label: field.label, here: said(field, here), there: said(field, there) }];
  });
}

function said(field: Field, value: unknown): string {
  if (field.kind === 'list') return Array.isArray(value) ? `${value.length} × ${field.itemLabel.toLocaleLowerCase('fr')}` : 'Vide';
  if (field.kind === 'documents') return Array.isArray(value) ? `${value.length} fichier(s)` : 'Aucun';
  return saidInFrench(field, value) ?? 'Vide';
}
