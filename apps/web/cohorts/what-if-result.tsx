import type { Ref } from 'react';
import { frenchDate } from '#workflows/calendar/french.js';
import type { Schemas } from '../api/client.js';
import { count } from '../french/amounts.js';
import { type Column, DataTable } from '../layout/data-table.js';
import { ClashList } from './clash-list.js';

type Moved = Schemas['MovedDateView'];
type Member = Schemas['MemberPreview'];

const day = (on: string | undefined) => (on === undefined ? '–' : frenchDate(on));

const dateColumns: readonly Column<Moved>[] = [
  { title: 'Date', cell: ({ what }) => what },
  { title: 'Aujourd’hui', cell: ({ from }) => day(from) },
  { title: 'Après', cell: ({ to }) => day(to) },
];

const memberColumns: readonly Column<Member>[] = [
  { title: 'Participant', cell: ({ person }) => person.name },
  {
    title: 'Dates de son dossier',
    cell: ({ dates, refused, coach }) => (
      <ul className="fr-raw-list">
        {refused && <li>Ce dossier ne peut pas recevoir ce changement.</li>}
        {coach && <li>Coach&nbsp;: {coach.name}</li>}
        {dates.map(({ what, from, to }) => (
          <li key={what}>
            {what}&nbsp;: {day(from)} → {day(to)}
          </li>
        ))}
        {!refused && !coach && dates.length === 0 && <li>Aucune</li>}
      </ul>
    ),
  },
  { title: 'Envois', cell: ({ messages }) => (messages.length === 0 ? 'Aucun' : [...new Set(messages)].join(', ')) },
  { title: 'Fin prévue', cell: ({ endsFrom, endsTo }) => (endsTo === undefined ? 'Inchangée' : `${day(endsFrom)} → ${day(endsTo)}`) },
];

/** Every date, clash, message and seat that a change would move. */
interface Props {
  readonly preview: Schemas['CohortPreviewView'];
  /** The title takes the focus when the result comes. */
  readonly titleRef: Ref<HTMLHeadingElement>;
}

export function WhatIfResult({ preview, titleRef }: Props) {
  const { dates, clashes, members, team, promoted, seats } = preview;
  return (
    <div className="fr-mt-3w">
      <h3 ref={titleRef} tabIndex={-1} className="fr-h6">
        Ce qui changerait
      </h3>
      {dates.length === 0 && members.length === 0 && team.length === 0 && <p>Rien ne changerait pour personne.</p>}
      {clashes.length > 0 && (
        <>
          <h4 className="fr-text--md fr-mb-1v">Points à vérifier</h4>
          <ClashList clashes={clashes} />
        </>
      )}
      {dates.length > 0 && <DataTable caption="Dates de la cohorte" columns={dateColumns} rows={dates} keyOf={({ what }) => what} />}
      {members.length > 0 && (
        <DataTable caption="Dossiers des participants" columns={memberColumns} rows={members} keyOf={({ ref }) => ref} />
      )}
      <p>
        Places&nbsp;: {count(seats.taken, 'prise')} sur {seats.total}, {seats.waiting} en liste d’attente
        {promoted.length > 0 && `\u202f; une place pour ${promoted.map(({ name }) => name).join(', ')}`}.
      </p>
      {team.length > 0 && (
        <>
          <h4 className="fr-text--md fr-mb-1v">Messages à l’équipe</h4>
          <ul>
            {team.map(({ person, text }) => (
              <li key={`${person.id} ${text}`}>
                {person.name}&nbsp;: {text}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
