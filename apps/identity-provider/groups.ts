/** The personas as the page shows them: by what they come to do. */
export const groups: readonly { readonly title: string; readonly help: string; readonly roles: readonly string[] }[] = [
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
