import { api, ask, type Schemas } from '../api/client.js';
import { useResource } from '../api/use-resource.js';
import { AppLink } from '../layout/app-link.js';
import { Loaded } from '../layout/loaded.js';
import { Page } from '../layout/page.js';
import { Contact } from './contact.js';
import { DurationTable } from './duration-table.js';

type Treatment = Schemas['TreatmentView'];

/** The register of treatments of personal data (RGPD art. 30), which anybody may read. */
export function RegisterPage() {
  const register = useResource('register', () => ask(api.GET('/api/register')));
  return (
    <Page title="Données personnelles" trail={[]}>
      <p>
        Ce que Jalon fait des données des personnes, sur quelle base et pour combien de temps. Les durées sont celles que le service
        applique&nbsp;: la fin de chaque dossier est calculée, annoncée et constatée d’après ce registre. Pour une copie de vos données ou
        une demande, voyez <AppLink href="/mes-donnees">Mes données</AppLink>.
      </p>
      <Loaded resource={register}>
        {({ controller, officer, treatments, rights }) => (
          <>
            <h2 className="fr-h4">Responsable du traitement</h2>
            <Contact contact={controller} />
            <h2 className="fr-h4">Délégué à la protection des données</h2>
            <Contact contact={officer} />
            <h2 className="fr-h4">Durées de conservation</h2>
            <DurationTable treatments={treatments} />
            <h2 className="fr-h4">Registre des traitements</h2>
            {treatments.map((one) => (
              <TreatmentSection key={one.key} treatment={one} />
            ))}
            <h2 className="fr-h4">Vos droits</h2>
            <ul>
              {rights.map(({ title, text }) => (
                <li key={title}>
                  <strong>{title}.</strong> {text}
                </li>
              ))}
            </ul>
          </>
        )}
      </Loaded>
    </Page>
  );
}

function TreatmentSection({ treatment }: { readonly treatment: Treatment }) {
  const { key, title, purpose, basis, people, categories, recipients, durations } = treatment;
  const lines: readonly (readonly [string, readonly string[]])[] = [
    ['Finalité', [purpose]],
    ['Base légale', [basis]],
    ['Personnes concernées', people],
    ['Catégories de données', categories],
    ['Destinataires', recipients],
    ['Durées', durations.map(({ what, duration }) => `${what}\u00a0: ${duration}`)],
  ];
  return (
    <section aria-labelledby={`traitement-${key}`} className="fr-mb-4w">
      <h3 id={`traitement-${key}`} className="fr-h6">
        {title}
      </h3>
      <dl>
        {lines.map(([label, values]) => (
          <div key={label} className="fr-mb-1w">
            <dt className="fr-text--bold">{label}</dt>
            {values.map((value) => (
              <dd key={value}>{value}</dd>
            ))}
          </div>
        ))}
      </dl>
    </section>
  );
}
