import { Button } from '@codegouvfr/react-dsfr/Button';
import { useState } from 'react';
import { bodyKinds } from '#workflows/ftap/body-kinds.js';
import { isSiret } from '#workflows/ftap/siret.js';
import { api, ask, type Schemas } from '../api/client.js';
import { useAct } from '../api/use-act.js';
import type { FormValue } from '../forms/value.js';
import { announce } from '../layout/announcer.js';
import { ProblemAlert } from '../layout/problem-alert.js';

interface Props {
  readonly body: FormValue;
  readonly onFound: (found: FormValue) => void;
}

/** Fills in the applicant's body from the registry; what it filled in is said, and stays theirs to correct. */
export function FindBody({ body, onFound }: Props) {
  const [found, setFound] = useState<Schemas['BodyView']>();
  const siret = typeof body.siret === 'string' ? body.siret.replaceAll(/\s/g, '') : '';
  const find = useAct(async () => {
    setFound(undefined);
    const one = await ask(api.GET('/api/registry/bodies/{siret}', { params: { path: { siret } } }));
    onFound({ siret, name: one.name, ...(one.kind && { kind: one.kind }) });
    setFound(one);
    announce(filled(one));
  });
  return (
    <div className="fr-mb-3w">
      <Button
        priority="secondary"
        iconId="fr-icon-search-line"
        disabled={!isSiret(siret) || find.busy}
        onClick={() => void find.run()}
        nativeButtonProps={{ 'aria-describedby': 'retrouver-aide' }}
      >
        Retrouver mon organisme
      </Button>
      <p id="retrouver-aide" className="fr-hint-text fr-mt-1w">
        Le nom et la nature de l’organisme sont remplis d’après le registre, dès que les 14 chiffres sont saisis. Vous pouvez aussi les
        saisir.
      </p>
      {found && found.siret === siret && (
        <>
          <p className="fr-valid-text">{filled(found)}</p>
          {found.closed && <p className="fr-error-text">D’après le registre, cet établissement est fermé&nbsp;: vérifiez le numéro.</p>}
        </>
      )}
      <ProblemAlert problem={find.problem} />
    </div>
  );
}

const filled = ({ name, kind, source }: Schemas['BodyView']) =>
  `Prérempli d’après «\u00a0${source}\u00a0»\u00a0: ${name}${kind ? `, ${bodyKinds[kind].toLocaleLowerCase('fr')}` : '. Indiquez la nature de l’organisme'}. Vérifiez et corrigez si besoin.`;
