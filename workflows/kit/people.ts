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
