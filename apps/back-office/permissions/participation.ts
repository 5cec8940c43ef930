import { Prisma } from '#prisma/generated/client.js';
import type { Role } from '#workflows/kit/people.js';
import type { Action } from './matrix.js';

const { sql } = Prisma;

/** What a co-applicant may do, each right with those before it: read; write and answer for the applicant; file and withdraw. */
export const participationRights = ['reader', 'editor', 'signatory'] as const;
export type ParticipationRight = (typeof participationRights)[number];

/** A delegate books and answers for who gave it; what commits the owner in person is not theirs to do. */
const delegateRight: ParticipationRight = 'editor';

/** Co-applicants of a case with their rights, by person. */
export type Participants = Readonly<Record<string, ParticipationRight>>;

/** The rights that are enough where `least` is asked. */
export const rightsFrom = (least: ParticipationRight): ParticipationRight[] =>
  participationRights.slice(participationRights.indexOf(least));

export const suffices = (held: ParticipationRight | undefined, least: ParticipationRight): boolean =>
  held !== undefined && rightsFrom(least).includes(held);

/** What an action on an applicant's case asks of a co-applicant; acting is writing, unless it commits the applicant as a whole. */
export const rightFor = (action: Action): ParticipationRight => asked[action] ?? 'editor';

const asked: Readonly<Partial<Record<Action, ParticipationRight>>> = {
  'read file': 'reader',
  export: 'reader',
  note: 'reader',
  intervene: 'signatory',
};

/**
 * The co-applicants and delegates of `case_file c`, as JSON by person. What somebody gave who is no longer the owner, since the case was
 * transferred, gives nothing any more.
 */
export const participantsColumn = sql`COALESCE((SELECT json_object_agg(pa.person_id, pa."right") FROM (
    SELECT p.person_id, p."right" FROM participation p WHERE p.case_ref = c.ref AND p.given_by = c.owner_id
    UNION ALL SELECT d.person_id, ${delegateRight} FROM delegation d WHERE d.case_ref = c.ref AND d.given_by = c.owner_id
  ) pa), '{}'::json) AS participants`;

/**
 * References of the cases that the person takes part in: as a co-applicant of an application, as a delegate of a director. It depends on
 * no row, so that an index on `ref` serves it.
 */
export const sharedCases = (personId: string, role: Role, least: ParticipationRight): Prisma.Sql =>
  role === 'applicant'
    ? sql`ARRAY(SELECT pa.case_ref FROM participation pa
  JOIN case_file o ON o.ref = pa.case_ref AND o.owner_id = pa.given_by
  WHERE pa.person_id = ${personId}::uuid AND pa."right" = ANY (${rightsFrom(least)}))`
    : sql`ARRAY(SELECT d.case_ref FROM delegation d JOIN case_file o ON o.ref = d.case_ref AND o.owner_id = d.given_by
  WHERE d.person_id = ${personId}::uuid AND ${delegateRight} = ANY (${rightsFrom(least)}))`;
