import { Button } from '@codegouvfr/react-dsfr/Button';
import { formOf } from '#workflows/ftap/call-form.js';
import type { Schemas } from '../api/client.js';
import type { FormValue } from '../forms/value.js';
import { contentOf, formDifferences } from './call-differences.js';
import { DifferenceTable } from './difference-table.js';

interface Props {
  readonly mine: FormValue;
  readonly theirs: Schemas['CallView'];
  readonly onChoose: (choice: 'mine' | 'theirs') => void;
}

/** Somebody else changed the call meanwhile: both versions where they differ; the person chooses. */
export function CallConflict({ mine, theirs, onChoose }: Props) {
  return (
    <section role="alert" className="jalon-conflict">
      <h2 className="fr-h5">Cet appel a été modifié pendant que vous écriviez</h2>
      <p>Comparez les deux versions, puis choisissez celle à garder. Rien n’est enregistré tant que vous n’avez pas envoyé de nouveau.</p>
      <DifferenceTable
        caption="Ce qui diffère"
        before="Votre saisie"
        after="Version enregistrée"
        rows={formDifferences(mine, formOf(contentOf(theirs)))}
      />
      <div className="jalon-actions">
        <Button type="button" onClick={() => onChoose('mine')}>
          Garder ma saisie
        </Button>
        <Button type="button" priority="secondary" onClick={() => onChoose('theirs')}>
          Prendre la version enregistrée
        </Button>
      </div>
    </section>
  );
}
