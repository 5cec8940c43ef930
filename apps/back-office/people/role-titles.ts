import type { Role } from '#workflows/kit/people.js';

/** A role as a title; the masculine is the neutral form of administrative texts. */
export const roleTitles: Readonly<Record<Role, string>> = {
  applicant: 'Porteur de projet',
  reviewer: 'Instructeur',
  expert: 'Expert',
  committeeMember: 'Membre du comité',
  authority: 'Ordonnateur',
  budgetOfficer: 'Gestionnaire budgétaire',
  coach: 'Coach',
  participant: 'Participant',
  employer: 'Employeur',
  juryMember: 'Membre du jury',
  programManager: 'Responsable de programme',
  direction: 'Direction',
  director: 'Directeur',
  catalogueEditor: 'Éditeur du catalogue',
  auditor: 'Auditeur',
  administrator: 'Administrateur',
  apiClient: 'Client d’API',
};
