import type { CivilDate } from '#workflows/calendar/civil-date.js';
import type { Attachment } from '#activities/demonstration/loading.js';
import type { OpenItem, Play, Player } from '#workflows/kit/rehearsal.js';
import { aFileId } from '#workflows/reconversion/course/course.js';
import type { JuryResult } from '#workflows/cohort/tasks/jury.js';
import { atOffice } from '../at-office.js';
import { Chance } from '../chance.js';
import { withFiles } from '../with-files.js';
import { alma, type Body, employerAt, ezra, fleur, tess } from './cast.js';
import { usually } from './member-course.js';
import type { Twist } from './twists.js';

/** Somebody who applies to a cohort, and how their journey goes. */
export interface Member {
  readonly owner: string;
  readonly body: Body;
  readonly track?: string;
  /** Days after the cohort opened. */
  readonly applies: number;
  /** What the jury says at each of its sittings; left out, it passes them. */
  readonly results?: readonly JuryResult['result'][];
  readonly twists?: readonly Twist[];
  /** The place, among the grants that pay for journeys, of the one that pays for this one. */
  readonly fundedBy?: number;
  /** They left an earlier cohort, and keep the milestones that they had validated. */
  readonly isReadmitted?: true;
}

const fileNames: Readonly<Record<string, string>> = {
  'hand-in-milestone': 'Livrable',
  'hand-in-thesis': 'Mémoire',
  'sign-journey-convention': 'Convention signée',
};

/** Plays everybody's part in one member's journey; the files that they send are kept in `attachments`. */
export function memberPlayer(ref: string, member: Member, startsOn: CivilDate): { play: Player; attachments: Attachment[] } {
  const turns = Object.assign({}, ...(member.twists ?? []).map(({ turns: of }) => of?.(startsOn) ?? {})) as ReturnType<
    NonNullable<Twist['turns']>
  >;
  const people = castOf(member);
  const play = (item: OpenItem): Play => {
    const chance = new Chance(`${ref} ${item.id}`);
    const usual = () => usually(item, chance);
    const played = turns[item.key]?.(item, usual) ?? usual();
    if (played === 'never') return played;
    return atOffice(item, { ...played, by: people[played.by] ?? played.by }, chance);
  };
  return withFiles(ref, aFileId, fileNames, play);
}

/** Who holds the roles that no person is named for. */
const castOf = ({ owner, body }: Member): Readonly<Record<string, string>> => ({
  'participant-1': owner,
  'employer-1': employerAt(body),
  'programManager-1': alma,
  'manager-2': ezra,
  'direction-9': tess,
  'juryMember-9': fleur,
});
