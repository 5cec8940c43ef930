import type { Role } from '#workflows/kit/people.js';

/** How far a right goes: own cases, cases one is assigned to, every case in one's perimeter… The words of the matrix's legend. */
export type Extent = 'o' | 'a' | '✓' | 'd' | 'scope' | 'ask' | 'propose' | 'shared' | 'after lock' | 'at meeting';
type Rights = Readonly<Partial<Record<Role, Extent>>>;

/** The matrix of rights that the service agreed on, `permissions.json`, with this code's names for the roles. */
export const agreedMatrix = {
  'create file': { applicant: 'o', participant: 'o', employer: 'o', programManager: '✓', catalogueEditor: 'o', apiClient: 'scope' },
  'read file': {
    applicant: 'o',
    reviewer: 'a',
    expert: 'a',
    committeeMember: 'a',
    authority: '✓',
    coach: 'a',
    participant: 'o',
    employer: 'a',
    juryMember: 'a',
    programManager: '✓',
    director: 'o',
    auditor: '✓',
    apiClient: 'scope',
  },
  'ask/give pieces': { applicant: 'o', reviewer: 'a', participant: 'o', programManager: '✓' },
  score: { reviewer: 'a', expert: 'a', juryMember: 'a' },
  "read others' scores": {
    reviewer: 'after lock',
    committeeMember: 'at meeting',
    authority: '✓',
    juryMember: 'after lock',
    programManager: '✓',
    auditor: '✓',
  },
  vote: { committeeMember: 'a', juryMember: 'a' },
  'decide money': { authority: 'd' },
  'certify service fait': { reviewer: 'a', programManager: '✓' },
  'log progress': { coach: 'a', participant: 'o', employer: 'a', programManager: '✓', director: 'o' },
  'coach notes': { coach: 'o', participant: 'shared' },
  'pause/extend': { applicant: 'ask', coach: 'propose', participant: 'ask', employer: 'ask', programManager: 'd', director: 'ask' },
  'publish offer': { applicant: 'propose', programManager: '✓', catalogueEditor: 'd' },
  export: {
    applicant: 'o',
    reviewer: 'a',
    authority: '✓',
    participant: 'o',
    programManager: '✓',
    director: 'o',
    catalogueEditor: '✓',
    auditor: '✓',
    apiClient: 'scope',
  },
  'templates/roles': { programManager: 'propose', administrator: 'd' },
  'audit log': { programManager: 'a', auditor: '✓', administrator: '✓' },
} as const satisfies Readonly<Record<string, Rights>>;

const casework = {
  applicant: 'o',
  reviewer: 'a',
  expert: 'a',
  committeeMember: 'a',
  authority: '✓',
  budgetOfficer: 'a',
  coach: 'a',
  participant: 'o',
  employer: 'a',
  juryMember: 'a',
  programManager: '✓',
  director: 'o',
} as const satisfies Rights;

/**
 * What the agreed matrix leaves open, in the same words: the budget officer and the direction, whom the processes name but the
 * matrix does not, and acts that every case needs. The auditor appears only where it is read: read-only everywhere.
 */
export const complement = {
  'read file': { budgetOfficer: 'a', direction: '✓' },
  // The direction arbitrates between services of the State.
  'answer task': { ...casework, direction: '✓' },
  'attach document': casework,
  'assign task': { programManager: '✓' },
  exchange: { applicant: 'o', reviewer: 'a', participant: 'o', programManager: '✓' },
  note: casework,
  intervene: {
    applicant: 'o',
    reviewer: 'a',
    expert: 'a',
    coach: 'a',
    participant: 'o',
    employer: 'a',
    director: 'o',
    // Extends the term of its own decision, where a text lets it.
    authority: '✓',
    programManager: '✓',
    administrator: '✓',
  },
  'fast-forward': { ...casework, direction: '✓' },
  'manage calls': { programManager: '✓' },
  'manage cohorts': { programManager: '✓' },
  // Administrators have a case opened to them, by exception; who answers for the program is told, and says that they have seen it.
  'break glass': { administrator: '✓' },
  'acknowledge access': { programManager: '✓' },
  // How long cases are kept; the end of one is agreed to by two people.
  'read retention': { programManager: '✓', direction: '✓', auditor: '✓' },
  'manage retention': { programManager: '✓' },
  'confirm elimination': { programManager: '✓', direction: '✓' },
  // What people ask about their own data.
  'answer data requests': { programManager: '✓', administrator: '✓' },
  // Other systems: an administrator names them, and who answers for the program agrees; the first sees no content, and gives none away alone.
  'read integrations': { programManager: '✓', administrator: '✓', auditor: '✓' },
  'manage integrations': { administrator: '✓' },
  'agree to integrations': { programManager: '✓' },
  'watch effects': { programManager: '✓', administrator: '✓' },
  // Who steers a programme, or answers for it: nobody who works on its cases.
  'read board': { programManager: '✓', direction: '✓', auditor: '✓' },
  // How much each person will have to do.
  'watch load': { programManager: '✓', direction: '✓' },
  // The service alone: to the people whom a case is about, a date that is only expected would be a promise.
  'read forecast': { reviewer: 'a', authority: '✓', budgetOfficer: 'a', coach: 'a', programManager: '✓', direction: '✓', auditor: '✓' },
  'read figures': { authority: '✓', programManager: '✓', direction: '✓', auditor: '✓', apiClient: 'scope' },
  'find people': { reviewer: 'a', coach: 'a', authority: '✓', programManager: '✓', administrator: '✓' },
} as const satisfies Readonly<Record<string, Rights>>;

export type Action = keyof typeof agreedMatrix | keyof typeof complement;

const rights: Readonly<Partial<Record<Action, Rights>>>[] = [agreedMatrix, complement];

/** Every action that a route may name. */
export const actions = [...new Set(rights.flatMap((table) => Object.keys(table)))] as readonly Action[];

/** What one of these roles may do, however far. */
export const actionsOf = (held: readonly Role[]): Action[] =>
  actions.filter((action) => held.some((role) => extentOf(action, role) !== undefined));

/** How far the role may go with the action; undefined: not at all. */
export function extentOf(action: Action, role: Role): Extent | undefined {
  for (const table of rights) {
    const extent = table[action]?.[role];
    if (extent !== undefined) return extent;
  }
  return undefined;
}
