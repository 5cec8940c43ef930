import { Prisma } from '#prisma/generated/client.js';
import type { Action } from './matrix.js';

const { sql } = Prisma;

/** What a co-applicant may do, each right with those before it: read; write and answer for the applicant; file and withdraw. */
export const participationRights = ['reader', 'editor', 'signatory'] as const;
export type ParticipationRight = (typeof participationRights)[number];

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
 * The co-applicants of `case_file c`, as JSON by person. What somebody gave who is no longer the owner, since the case was
 * transferred, gives nothing any more.
 */
export const participantsColumn = sql`COALESCE((SELECT json_object_agg(pa.person_id, pa."right") FROM participation pa
  WHERE pa.case_ref = c.ref AND pa.given_by = c.owner_id), '{}'::json) AS participants`;

/** References of the cases that the person takes part in. It depends on no row, so that an index on `ref` serves it. */
export const sharedCases = (personId: string, least: ParticipationRight): Prisma.Sql => sql`ARRAY(SELECT pa.case_ref FROM participation pa
  JOIN case_file o ON o.ref = pa.case_ref AND o.owner_id = pa.given_by
  WHERE pa.person_id = ${personId}::uuid AND pa."right" = ANY (${rightsFrom(least)}))`;
