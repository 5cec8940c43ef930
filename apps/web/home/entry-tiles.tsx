import { Tile } from '@codegouvfr/react-dsfr/Tile';
import { entriesFor } from '../layout/navigation.js';
import { useSession } from '../session/session.js';

const descriptions: Readonly<Record<string, string>> = {
  '/taches': 'Traiter ce qui vous est adressé, à vous ou à vos groupes.',
  '/dossiers': 'Retrouver un dossier, voir où il en est et pourquoi il attend.',
  '/appels': 'Consulter les appels ouverts et commencer une demande.',
  '/seances': 'Préparer une séance du comité et suivre ses avis.',
  '/cohortes': 'Suivre les cohortes de reconversion, ou y candidater.',
  '/coach': 'Voir qui a besoin de vous cette semaine.',
  '/pilotage': 'Voir où en est chacun, ce qui tarde, les fins prévues et la charge.',
  '/chiffres': 'Suivre les crédits et les effets, appel par appel.',
  '/directeurs': 'Voir la prochaine chose à faire, et répondre par oui ou par non.',
  '/incidents': 'Relancer ou abandonner un envoi qui échoue.',
  '/acces': 'Voir qui a lu quel dossier, quand et à quel titre.',
};

/** Ways into the application, by role. */
export function EntryTiles() {
  const entries = entriesFor(useSession()).filter(({ href }) => href in descriptions);
  return (
    <section className="fr-mt-6w" aria-labelledby="acces">
      <h2 id="acces" className="fr-h4">
        Accéder à
      </h2>
      <ul className="fr-grid-row fr-grid-row--gutters fr-raw-list">
        {entries.map(({ text, href }) => (
          <li key={href} className="fr-col-12 fr-col-sm-6 fr-col-lg-3">
            <Tile title={text} titleAs="h3" desc={descriptions[href]} linkProps={{ href }} enlargeLinkOrButton small />
          </li>
        ))}
      </ul>
    </section>
  );
}
