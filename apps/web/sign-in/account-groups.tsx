import { Tile } from '@codegouvfr/react-dsfr/Tile';
import type { Role } from '#workflows/kit/people.js';
import type { Schemas } from '../api/client.js';

type Account = Schemas['DemonstrationAccount'];

const groups: readonly { readonly title: string; readonly help: string; readonly roles: readonly Role[] }[] = [
  {
    title: 'Demander',
    help: 'Déposer une demande, suivre son dossier, fournir des pièces.',
    roles: ['applicant', 'participant', 'employer'],
  },
  {
    title: 'Instruire et décider',
    help: 'Vérifier, noter, donner un avis, décider, engager et payer.',
    roles: ['reviewer', 'expert', 'committeeMember', 'authority', 'budgetOfficer', 'juryMember', 'coach'],
  },
  {
    title: 'Piloter et contrôler',
    help: 'Suivre les délais, intervenir, auditer.',
    roles: ['programManager', 'direction', 'director', 'catalogueEditor', 'auditor', 'administrator', 'apiClient'],
  },
];

interface Props {
  readonly accounts: readonly Account[];
  readonly busy: boolean;
  readonly onChoose: (email: string) => void;
}

export function AccountGroups({ accounts, busy, onChoose }: Props) {
  return groups.map(({ title, help, roles }) => {
    const members = accounts.filter(({ role }) => roles.includes(role));
    if (members.length === 0) return null;
    return (
      <section key={title} className="fr-mt-5w" aria-labelledby={`groupe-${roles[0] ?? ''}`}>
        <h2 id={`groupe-${roles[0] ?? ''}`} className="fr-h4 fr-mb-1v">
          {title}
        </h2>
        <p>{help}</p>
        <ul className="fr-grid-row fr-grid-row--gutters fr-raw-list">
          {members.map(({ email, name, roleLabel }) => (
            <li key={email} className="fr-col-12 fr-col-sm-6 fr-col-lg-4">
              <Tile
                title={name}
                titleAs="h3"
                detail={roleLabel}
                orientation="horizontal"
                small
                enlargeLinkOrButton
                buttonProps={{ disabled: busy, onClick: () => onChoose(email) }}
              />
            </li>
          ))}
        </ul>
      </section>
    );
  });
}
