/** Roles of the permission matrix (`permissions.json`), with the word the matrix uses. */
export const roles = {
  applicant: 'porteur',
  reviewer: 'instructeur',
  expert: 'expert',
  committeeMember: 'comite',
  authority: 'ordonnateur',
  budgetOfficer: 'gestionnaire_budgetaire',
  coach: 'coach',
  participant: 'participant',
  employer: 'employeur',
  juryMember: 'jury',
  programManager: 'responsable_programme',
  direction: 'direction',
  director: 'directeur',
  catalogueEditor: 'editeur_catalogue',
  auditor: 'auditeur',
  administrator: 'admin',
  apiClient: 'client_api',
} as const;

export type Role = keyof typeof roles;

/** Identifier of a person in PostgreSQL; names and addresses never enter a journal. `clock` acts when a date passes. */
export type PersonId = string;
export const theClock: PersonId = 'clock';

/** To whom a task or a message goes: everybody with the role on this case, or one of a group, or one person. */
export interface Addressee {
  readonly role: Role;
  readonly group?: string;
  readonly person?: PersonId;
}

/** How the product names a role, for people. */
export const roleLabels: Readonly<Record<Role, string>> = {
  applicant: 'le porteur du projet',
  reviewer: 'un instructeur',
  expert: 'un expert',
  committeeMember: 'le comité',
  authority: 'l’ordonnateur',
  budgetOfficer: 'le gestionnaire budgétaire',
  coach: 'le coach',
  participant: 'le participant',
  employer: 'l’employeur',
  juryMember: 'le jury',
  programManager: 'le responsable de programme',
  direction: 'la direction',
  director: 'le directeur',
  catalogueEditor: 'l’éditeur du catalogue',
  auditor: 'l’auditeur',
  administrator: 'l’administrateur',
  apiClient: 'un système externe',
};
