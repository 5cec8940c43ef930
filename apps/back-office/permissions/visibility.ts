import { Prisma } from '#prisma/generated/client.js';
import { declareInterests } from '#workflows/ftap-committee/tasks/declare-interests.js';
import { markCases } from '#workflows/ftap-committee/tasks/mark-cases.js';
import { openSitting } from '#workflows/ftap-committee/tasks/open-sitting.js';
import { declareTies } from '#workflows/cohort/tasks/jury.js';
import { personalProcedures } from '#workflows/catalogue.js';
import type { Role } from '#workflows/kit/people.js';
import { extentThrough } from './extent-through.js';
import { type Action, type Extent, extentOf } from './matrix.js';
import { type ParticipationRight, rightFor, sharedCases } from './participation.js';
import type { HeldGrant, Viewer } from './viewer.js';

type Sql = Prisma.Sql;
const { sql, join } = Prisma;

/** Sessions of a committee are cases of their own. */
export const sessionProcedure = 'ftap-committee';

/** How the matrix's words reach cases. `ask` and `propose` say what one may do to one's own cases. */
const reach: Readonly<Record<Extent, 'own' | 'assigned' | 'all'>> = {
  o: 'own',
  ask: 'own',
  propose: 'own',
  shared: 'own',
  a: 'assigned',
  'after lock': 'assigned',
  'at meeting': 'assigned',
  scope: 'all',
  '✓': 'all',
  d: 'all',
};

/** Roles that see, of a case's tasks, only those addressed to them: the people the procedure is about, and those it consults. */
const narrow: ReadonlySet<Role> = new Set(['applicant', 'participant', 'director', 'employer', 'expert', 'apiClient']);

/** A member of the committee reads the cases on their agenda whole; of a session only what is theirs: marks are blind, and some cases are closed to them. */
export const isNarrow = (role: Role, procedure: string) =>
  narrow.has(role) || (role === 'committeeMember' && procedure === sessionProcedure);
export const actsOnOwnCases = (role: Role) => extentOf('read file', role) === 'o';
/** Applications have co-applicants, directors' years delegates; a journey is one person's. */
export const sharesCases = (role: Role) => role === 'applicant' || role === 'director';

/** Who was where in a director's year is seen by the director, who acts for them, and the program manager; by nobody else who reads all cases. */
const notPersonal = (role: Role, action: Action): Sql =>
  role === 'programManager' || (role === 'administrator' && action !== 'audit log')
    ? sql`TRUE`
    : sql`c.procedure <> ALL (${[...personalProcedures]})`;

const any = (conditions: readonly Sql[]): Sql => (conditions.length === 0 ? sql`FALSE` : sql`(${join([...conditions], ' OR ')})`);
const all = (conditions: readonly Sql[]): Sql => (conditions.length === 0 ? sql`TRUE` : sql`(${join([...conditions], ' AND ')})`);

/**
 * The cases that the viewer may do the action on, as a condition on `case_file c`. Lists and object routes share it, so that a list
 * never shows what the object's route refuses.
 */
export const visibleCases = (viewer: Viewer, action: Action = 'read file'): Sql =>
  any(
    viewer.grants.flatMap((grant) => {
      // A break-glass gives a case to read, and nothing else.
      const extent = grant.glass === undefined || action === 'read file' ? extentThrough(action, grant) : undefined;
      return extent === undefined ? [] : [through(viewer, grant, reach[extent], action)];
    }),
  );

/**
 * The cases that the viewer may count, as a condition on `case_file c`: every case in the perimeter of a role that may do the action on all,
 * also those of which only the program manager reads who is where. Counts of these go through `small-cells.ts`.
 */
export const countedCases = (viewer: Viewer, action: Action): Sql =>
  any(viewer.grants.filter(({ role }) => extentOf(action, role) === '✓').map(within));

/** The tasks that the viewer may read, as a condition on `task t` joined to its `case_file c`. */
export const visibleTasks = (viewer: Viewer): Sql =>
  any(
    viewer.grants.flatMap((grant) => {
      const extent = extentThrough('read file', grant);
      if (extent === undefined) return [];
      const own = [sql`(t.role = ${grant.role} AND t.answered_by = ${viewer.id}::uuid)`, addressedThrough(viewer, grant, 'reader')];
      if (narrow.has(grant.role)) return own;
      const whole = through(viewer, grant, reach[extent], 'read file');
      return grant.role === 'committeeMember' ? [sql`(c.procedure <> ${sessionProcedure} AND ${whole})`, ...own] : [whole];
    }),
  );

/** Tasks addressed to the viewer by name, or as the owner of the case or one who acts for them. */
export const personalTasks = (viewer: Viewer): Sql =>
  any(
    viewer.grants.map((grant) =>
      actsOnOwnCases(grant.role)
        ? addressedThrough(viewer, grant, 'editor')
        : sql`(t.role = ${grant.role} AND t.person_id = ${viewer.id}::uuid AND ${within(grant)})`,
    ),
  );

/** Tasks addressed to a group or a role that the viewer holds. */
export const groupTasks = (viewer: Viewer): Sql =>
  any(
    viewer.grants
      .filter(({ role }) => !actsOnOwnCases(role))
      .map((grant) => sql`(t.person_id IS NULL AND ${addressedThrough(viewer, grant, 'editor')})`),
  );

/** Events that the viewer is expected to record, as a condition on `wait w` joined to its `case_file c`. */
export const expectedEvents = (viewer: Viewer): Sql =>
  any(
    viewer.grants.map((grant) => {
      const mine = sql`w.role = ${grant.role} AND (w.person_id IS NULL OR w.person_id = ${viewer.id})`;
      return sql`(${mine} AND ${actsOnOwnCases(grant.role) ? own(viewer, grant, 'editor') : within(grant)})`;
    }),
  );

function through(viewer: Viewer, grant: HeldGrant, how: 'own' | 'assigned' | 'all', action: Action): Sql {
  if (how === 'own') return own(viewer, grant, rightFor(action));
  const inPerimeter = sql`(${within(grant)} AND ${grant.glass === undefined ? notPersonal(grant.role, action) : sql`TRUE`})`;
  return how === 'all' ? inPerimeter : sql`(${inPerimeter} AND ${assigned(viewer, grant)})`;
}

/** The viewer's own case: its owner's, and for an applicant or a director also one that they share with that right. */
function own(viewer: Viewer, { role }: HeldGrant, least: ParticipationRight): Sql {
  const owned = sql`c.owner_id = ${viewer.id}::uuid`;
  return sharesCases(role) ? sql`(${owned} OR c.ref = ANY (${sharedCases(viewer.id, role, least)}))` : owned;
}

/** Has, or had, something to do on the case; or belongs to a group of the case's own call. */
function assigned(viewer: Viewer, grant: HeldGrant): Sql {
  if (grant.role === 'committeeMember') return sits(viewer);
  if (grant.callId !== undefined && grant.group !== undefined) return sql`TRUE`;
  const me = sql`${viewer.id}::uuid`;
  const known = grant.role === 'juryMember' ? judges(viewer) : grant.role === 'coach' ? coaches(viewer) : sql`FALSE`;
  return sql`(${known} OR EXISTS (SELECT 1 FROM task a WHERE a.case_ref = c.ref AND a.role = ${grant.role} AND (a.answered_by = ${me}
      OR (a.person_id = ${me} AND a.status IN ('open', 'answered'))
      OR (a.person_id IS NULL AND a.status = 'open' AND ${inGroup(grant, sql`a.group_name`)} AND NOT ${viewer.id} = ANY (a.except))))
    OR EXISTS (SELECT 1 FROM wait w WHERE w.case_ref = c.ref AND w.kind = 'event' AND w.role = ${grant.role}
      AND (w.person_id IS NULL OR w.person_id = ${viewer.id})))`;
}

/** The journeys that the viewer was told to accompany; reads the index `journal_coach_assigned`. */
const coaches = ({ id }: Viewer): Sql => sql`c.ref = ANY (ARRAY(SELECT j.case_ref FROM journal j
  WHERE j.type = 'told' AND j.entry->>'template' = 'coach-assigned' AND j.entry->'to'->>'person' = ${id}::text))`;

/** The journeys of a cohort whose jury the viewer is in, once they have declared their ties: never those of whom they know. */
const judges = ({ id }: Viewer): Sql => sql`EXISTS (SELECT 1 FROM task d WHERE d.case_ref = c.parent_ref AND d.key = ${declareTies.key}
  AND d.answered_by = ${id}::uuid AND NOT COALESCE(d.answer->'ties', '[]'::jsonb) @> to_jsonb(c.owner_id::text))`;

/**
 * A session that the viewer is a member of, or a case that they were given to mark: not before they have declared their interests, and
 * never a case that they stand aside from. A session that was cancelled gives nothing to read any more. Beside its sessions the
 * committee may be asked about a case, such as on an amendment: again not those who stand aside.
 */
const sits = ({ id }: Viewer): Sql => sql`((c.procedure = ${sessionProcedure} AND EXISTS (SELECT 1 FROM task a
    WHERE a.case_ref = c.ref AND a.role = 'committeeMember' AND (a.person_id = ${id}::uuid OR a.answered_by = ${id}::uuid)))
  OR c.ref = ANY (ARRAY(SELECT jsonb_array_elements_text(m.context->'refs') FROM task m JOIN case_file s ON s.ref = m.case_ref
    WHERE m.key = ${markCases.key} AND m.person_id = ${id}::uuid AND (m.status IN ('open', 'answered') OR s.status <> 'closed')))
    AND NOT ${recusedLate(id)}
  OR (c.procedure <> ${sessionProcedure} AND NOT ${standsAside(id)} AND EXISTS (SELECT 1 FROM task a
    WHERE a.case_ref = c.ref AND a.role = 'committeeMember' AND (a.answered_by = ${id}::uuid
      OR (a.status = 'open' AND (a.person_id = ${id}::uuid OR a.person_id IS NULL) AND NOT ${id} = ANY (a.except))))))`;

/** With a tie that was only declared at the sitting. */
const recusedLate = (id: string): Sql => sql`EXISTS (SELECT 1 FROM task o WHERE o.key = ${openSitting.key}
  AND o.answer->'recusals' @> jsonb_build_array(jsonb_build_object('person', ${id}::text, 'ref', c.ref)))`;

/** Of the applicant's own body, or with a tie that was declared for a session. */
const standsAside = (id: string): Sql => sql`(EXISTS (SELECT 1 FROM person p JOIN body b ON b.id = p.body_id
    WHERE p.id = ${id}::uuid AND left(b.siret, 9) = left(c.siret, 9))
  OR EXISTS (SELECT 1 FROM task d WHERE d.key = ${declareInterests.key} AND d.answered_by = ${id}::uuid
    AND COALESCE(d.answer->'interests'->>c.ref, 'none') <> 'none')
  OR ${recusedLate(id)})`;

function addressedThrough(viewer: Viewer, grant: HeldGrant, least: ParticipationRight): Sql {
  const mine = sql`t.role = ${grant.role} AND NOT ${viewer.id} = ANY (t.except)`;
  const me = sql`${viewer.id}::uuid`;
  if (actsOnOwnCases(grant.role)) return sql`(${mine} AND ${own(viewer, grant, least)} AND (t.person_id IS NULL OR t.person_id = ${me}))`;
  const aside = grant.role === 'committeeMember' ? standsAside(viewer.id) : sql`FALSE`;
  return sql`(${mine} AND ${within(grant)} AND (t.person_id = ${me}
    OR (t.person_id IS NULL AND ${inGroup(grant, sql`t.group_name`)} AND NOT ${aside})))`;
}

/** The case lies in the grant's perimeter. */
export const within = ({ procedure, callId, glass }: HeldGrant): Sql =>
  all([
    ...(glass === undefined ? [] : [sql`c.ref = ${glass.ref}`]),
    ...(procedure === undefined ? [] : [sql`(c.procedure = ${procedure} OR starts_with(c.procedure, ${`${procedure}-`}))`]),
    ...(callId === undefined ? [] : [sql`c.call_id = ${callId}::uuid`]),
  ]);

const inGroup = ({ group }: HeldGrant, column: Sql): Sql =>
  group === undefined ? sql`TRUE` : sql`(${column} IS NULL OR ${column} = ${group})`;
