import { isRunByOwner } from '#workflows/catalogue.js';
import type { RefusalCode } from '#workflows/kit/messages.js';
import type { Addressee, Role } from '#workflows/kit/people.js';
import { covers as isWithin } from '#workflows/kit/perimeter.js';
import type { Action } from './matrix.js';
import { type ParticipationRight, type Participants, rightFor, suffices } from './participation.js';
import { actsOnOwnCases, sharesCases } from './visibility.js';
import type { HeldGrant, Viewer } from './viewer.js';

/** What decides a person's standing on a case. */
export interface CasePlace {
  readonly ref: string;
  readonly ownerId: string;
  readonly procedure: string;
  readonly callId: string | null;
  readonly participants: Participants;
}

const covers = (place: CasePlace, viewer: Viewer, { role, procedure, callId, glass }: HeldGrant, least: ParticipationRight) =>
  (glass === undefined || glass.ref === place.ref) &&
  (actsOnOwnCases(role)
    ? place.ownerId === viewer.id || (sharesCases(role) && suffices(place.participants[viewer.id], least))
    : (procedure === undefined || isWithin(procedure, place.procedure)) && (callId === undefined || callId === place.callId));

const grantsOn = (place: CasePlace, viewer: Viewer, least: ParticipationRight) =>
  viewer.grants.filter((grant) => covers(place, viewer, grant, least));

/** The roles that the person holds on this case for an action; who shares it acts as its owner as far as their right goes. */
export const rolesOn = (place: CasePlace, viewer: Viewer, action: Action = 'read file'): Role[] => [
  ...new Set(grantsOn(place, viewer, rightFor(action)).map(({ role }) => role)),
];

/** Whether the person stands on the applicant's side of this case: its owner, or a co-applicant with any right. */
export const isApplicantOf = ({ ownerId, participants }: CasePlace, personId: string): boolean =>
  ownerId === personId || participants[personId] !== undefined;

/** Whether something addressed so is addressed to this person, to be done. */
export const isAddressed = (place: CasePlace, viewer: Viewer, { role, person, group }: Addressee): boolean =>
  (person === undefined || person === viewer.id) &&
  grantsOn(place, viewer, rightFor('answer task')).some(
    (grant) => grant.role === role && (person !== undefined || group === undefined || grant.group === undefined || grant.group === group),
  );

/** Duties that nobody combines on one case: who instructs does not decide (instructeur ≠ ordonnateur). */
const separated: readonly (readonly [Role, Role])[] = [['reviewer', 'authority']];

/**
 * Why this person may not answer; undefined when they may. `answeredAs`: roles in which they already answered on this case.
 * The owner of a case acts on it as its owner only, and so do co-applicants.
 */
export function whyNotAnswer(
  place: CasePlace,
  viewer: Viewer,
  to: Addressee,
  { except, answeredAs }: { readonly except: readonly string[]; readonly answeredAs: readonly Role[] },
): RefusalCode | undefined {
  if (!isAddressed(place, viewer, to)) return 'notAddressee';
  if (except.includes(viewer.id)) return 'separationOfDuties';
  if (isApplicantOf(place, viewer.id) && !actsOnOwnCases(to.role) && !isRunByOwner(place.procedure)) return 'separationOfDuties';
  const opposite = separated.flatMap(([a, b]) => (to.role === a ? [b] : to.role === b ? [a] : []));
  return opposite.some((role) => answeredAs.includes(role)) ? 'separationOfDuties' : undefined;
}
