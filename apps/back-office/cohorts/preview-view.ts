import { frenchDate } from '#workflows/calendar/french.js';
import { places, type Place } from '#workflows/cohort/plan.js';
import type { Notified } from '#workflows/cohort/differences.js';
import type { MemberUnder } from '#workflows/cohort/members-under.js';
import { type Member, memberOf, type Register } from '#workflows/cohort/register.js';
import type { CohortPreview } from '#workflows/cohort/what-if.js';
import { procedureInForce } from '#workflows/catalogue.js';
import type { PersonId } from '#workflows/kit/people.js';
import type { Procedure } from '#workflows/kit/procedure.js';
import type { Fields } from '../openapi/fields.js';
import { clashText, dateWords, peopleIn } from './clash-words.js';
import { peopleOf } from './cohort-view.js';
import type { CohortPreviewView, MemberPreview } from './cohort-change.dto.js';

interface Words {
  readonly nameOf: (person: PersonId) => string;
  /** The other coach that a member would have. */
  readonly recoached: (member: Member) => PersonId | undefined;
}

export function previewView(
  register: Register,
  preview: CohortPreview,
  members: readonly MemberUnder[],
  words: Words,
): Fields<CohortPreviewView> {
  const { nameOf } = words;
  return {
    plan: preview.plan,
    dates: preview.dates.map((moved) => ({ ...moved, what: dateWords(moved.what) })),
    clashes: preview.clashes
      .filter(({ kind, isNew }) => kind !== 'past' || isNew)
      .map((clash) => ({ kind: clash.kind, isNew: clash.isNew, text: clashText(clash, nameOf) })),
    members: members.flatMap((under) => {
      const member = memberOf(register, under.ref);
      return member ? [memberPreview(member, under, words)] : [];
    }),
    team: preview.consequences.notified.map((one) => ({ person: { id: one.person, name: nameOf(one.person) }, text: teamText(one) })),
    promoted: preview.promoted.map(({ owner }) => ({ id: owner, name: nameOf(owner) })),
    seats: { ...preview.seats },
  };
}

function memberPreview(
  member: Member,
  { ref, dates, messages, refused, endsOn }: MemberUnder,
  { nameOf, recoached }: Words,
): Fields<MemberPreview> {
  const coach = recoached(member);
  return {
    ref,
    person: { id: member.owner, name: nameOf(member.owner) },
    dates: dates.map(({ what, from, to }) => ({
      what: labelOf(what),
      ...(from !== undefined && { from }),
      ...(to !== undefined && { to }),
    })),
    messages: messages.map(({ kind, key }) =>
      kind === 'asked' ? `Tâche : ${labelOf(key)}` : kind === 'produced' ? `Document : ${labelOf(key)}` : (told[key] ?? 'Message'),
    ),
    refused,
    ...(coach !== undefined && { coach: { id: coach, name: nameOf(coach) } }),
    ...(endsOn?.from !== undefined && { endsFrom: endsOn.from }),
    ...(endsOn?.to !== undefined && { endsTo: endsOn.to }),
  };
}

const told: Readonly<Record<string, string>> = {
  'calendar-changed': 'Message : le calendrier change',
  'coach-changed': 'Message : un autre coach',
  'coach-assigned': 'Message au nouveau coach',
};

/** What an item of a journey is called; the journeys share their words. */
function labelOf(key: string): string {
  const procedures = ['reconversion-3m', 'reconversion-6m'].flatMap((id): readonly Procedure[] => {
    const procedure = procedureInForce(id, '9999-12-31');
    return procedure ? [procedure] : [];
  });
  for (const { tasks, events, clocks, documents, waits } of procedures) {
    const label = [...tasks, ...events, ...clocks, ...documents].find((one) => one.key === key)?.label ?? waits?.[key];
    if (label !== undefined) return label;
  }
  return key;
}

function teamText({ template, data }: Notified): string {
  const { title = '', on = '', place, heldOn = '' } = data as { title?: string; on?: string; place?: Place; heldOn?: string };
  switch (template) {
    case 'session-moved':
      return `Session « ${title} » : ${frenchDate(on)}, ${place === undefined ? '' : places[place]}`;
    case 'session-taken-back':
      return `N’anime plus la session « ${title} »`;
    case 'jury-convened':
      return `Jury du ${frenchDate(heldOn)}`;
    case 'jury-released':
      return 'N’est plus du jury';
  }
}

/** Everybody whom a preview names. */
export const peopleInPreview = (register: Register, { consequences, clashes, plan }: CohortPreview): PersonId[] => [
  ...peopleOf(register),
  ...peopleOf({ ...consequences.register, plan }),
  ...consequences.notified.map(({ person }) => person),
  ...clashes.flatMap(peopleIn),
];
