import type { Role } from '#workflows/kit/people.js';
import { actionsOf } from '../../back-office/permissions/matrix.js';
import { entriesFor } from './navigation.js';

const menu = (...roles: Role[]) => entriesFor({ roles, actions: actionsOf(roles) }).map(({ text }) => text);

test.each<[Role, string[]]>([
  ['administrator', ['Accueil', 'Appels à projets', 'Incidents', 'Comptes de service', 'Accès', 'Demandes RGPD']],
  ['catalogueEditor', ['Accueil', 'Appels à projets']],
  [
    'auditor',
    [
      'Accueil',
      'Tâches',
      'Dossiers',
      'Appels à projets',
      'Séances',
      'Cohortes',
      'Directeurs',
      'Pilotage',
      'Chiffres',
      'Comptes de service',
      'Accès',
      'Conservation',
    ],
  ],
  ['authority', ['Accueil', 'Tâches', 'Dossiers', 'Appels à projets', 'Séances', 'Chiffres']],
  ['coach', ['Accueil', 'Tâches', 'Dossiers', 'Appels à projets', 'Ma semaine']],
  ['applicant', ['Accueil', 'Tâches', 'Dossiers', 'Appels à projets']],
])('the menu of an %s leads only where the matrix lets them go', (role, entries) => {
  expect(menu(role)).toEqual(entries);
});

test('roles that one person holds open their pages together', () => {
  expect(menu('administrator', 'coach')).toEqual([
    'Accueil',
    'Tâches',
    'Dossiers',
    'Appels à projets',
    'Ma semaine',
    'Incidents',
    'Comptes de service',
    'Accès',
    'Demandes RGPD',
  ]);
});
