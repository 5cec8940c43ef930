import { type Role, roles } from '#workflows/kit/people.js';
import { type Action, actions, extentOf } from '../permissions/matrix.js';
import type { RoleMatrix } from './people.dto.js';
import { roleTitles } from './role-titles.js';

const actionLabels: Readonly<Record<Action, string>> = {
  'create file': 'Créer un dossier',
  'read file': 'Lire un dossier',
  'ask/give pieces': 'Demander ou fournir des pièces',
  score: 'Noter',
  "read others' scores": 'Lire les notes des autres',
  vote: 'Voter',
  'decide money': 'Décider d’une aide',
  'certify service fait': 'Certifier le service fait',
  'log progress': 'Tenir le journal de progression',
  'coach notes': 'Notes du coach',
  'pause/extend': 'Suspendre ou prolonger',
  'publish offer': 'Publier une offre',
  export: 'Exporter',
  'templates/roles': 'Modèles et rôles',
  'audit log': 'Consulter le journal',
  'answer task': 'Traiter une tâche',
  'attach document': 'Joindre un document',
  'assign task': 'Confier une tâche',
  exchange: 'Échanger des messages',
  note: 'Prendre des notes privées',
  intervene: 'Demander une intervention',
  'fast-forward': 'Avancer le temps (démonstration)',
  'manage calls': 'Gérer les appels',
  'manage cohorts': 'Ouvrir et conduire des cohortes',
  'break glass': 'Ouvrir un dossier par exception',
  'acknowledge access': 'Prendre acte d’un accès exceptionnel',
  'read retention': 'Suivre la conservation des dossiers',
  'manage retention': 'Suspendre la conservation, porter un visa d’élimination',
  'confirm elimination': 'Confirmer un visa d’élimination',
  'answer data requests': 'Répondre aux demandes sur les données personnelles',
  'read integrations': 'Voir les comptes de service',
  'manage integrations': 'Gérer les comptes de service',
  'agree to integrations': 'Accepter un compte de service',
  'watch effects': 'Suivre les envois en échec',
  'read board': 'Lire le tableau de pilotage',
  'watch load': 'Suivre la charge de chacun',
  'read forecast': 'Lire la fin prévue d’un dossier',
  'read figures': 'Lire les chiffres d’un appel',
  'find people': 'Chercher une personne',
};

const separations = [
  'L’instructeur d’un dossier n’en est jamais l’ordonnateur.',
  'Un coach n’est jamais membre du jury de la personne qu’il accompagne.',
  'L’administrateur ne voit pas le contenu des dossiers.',
  'Un membre du comité issu du ministère du porteur est signalé.',
  'L’auditeur lit partout et n’agit nulle part.',
];

/** The matrix as the rights page shows it. */
export function roleMatrix(): RoleMatrix {
  return {
    roles: (Object.keys(roles) as Role[]).map((role) => ({
      role,
      label: roleTitles[role],
      actions: Object.fromEntries(
        actions.flatMap((action) => {
          const extent = extentOf(action, role);
          return extent === undefined ? [] : [[action, extent]];
        }),
      ),
    })),
    actions: actionLabels,
    separations,
  };
}
