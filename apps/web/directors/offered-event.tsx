import { Badge } from '@codegouvfr/react-dsfr/Badge';
import { Button } from '@codegouvfr/react-dsfr/Button';
import { api, ask, idempotent, type Schemas } from '../api/client.js';
import { useAct } from '../api/use-act.js';
import { announce } from '../layout/announcer.js';
import { ConfirmButton } from '../layout/confirm-button.js';
import { ProblemAlert } from '../layout/problem-alert.js';
import { placeInWords, seatsLeft, when } from './words.js';

interface Props {
  readonly year: string;
  readonly event: Schemas['OfferedEvent'];
  readonly onChange: () => void;
}

const held = new Set<Schemas['SeatState']>(['confirmed', 'toConfirm', 'coming', 'waiting']);

/** One event: when, where, what place there is, and what one may do about it. */
export function OfferedEvent({ year, event, onChange }: Props) {
  const { ref, title, kindLabel, place, mine, open } = event;
  const holds = mine !== undefined && held.has(mine.state);
  const book = useAct(async (key) => {
    const booked = await ask(
      api.POST('/api/seated-events/{ref}/bookings', { params: { path: { ref }, ...idempotent(key) }, body: { year } }),
    );
    announce(`${title} : ${placeInWords(booked)}.`);
    onChange();
  });
  const giveBack = useAct(async (key) => {
    const body = { year, coming: false };
    await ask(api.POST('/api/seated-events/{ref}/presence', { params: { path: { ref }, ...idempotent(key) }, body }));
    announce(`${title} : place rendue.`);
    onChange();
  });
  return (
    <>
      <div className="jalon-card__head">
        <h3 className="fr-h6 fr-mb-0">{title}</h3>
        <Badge small noIcon as="span" severity={holds ? 'success' : 'info'}>
          {mine ? placeInWords(mine) : kindLabel}
        </Badge>
      </div>
      <p className="fr-mb-1v">
        {when(event)}, {place}
      </p>
      <p className="fr-text--sm jalon-discreet">{event.calledOff ? 'Annulé' : open ? seatsLeft(event) : 'Inscriptions closes'}</p>
      <ProblemAlert problem={book.problem ?? giveBack.problem} />
      <div className="jalon-actions">
        {open && !holds && (
          <Button
            size="small"
            disabled={book.busy}
            onClick={() => void book.run()}
            nativeButtonProps={{ 'aria-label': `Réserver : ${title}` }}
          >
            {event.seatsLeft > 0 ? 'Réserver' : 'Rejoindre la liste d’attente'}
          </Button>
        )}
        {open && holds && (
          <ConfirmButton
            label="Rendre la place"
            about={title}
            title="Rendre la place"
            explanation={`${when(event)}. La place passe à la première personne de la liste d’attente.`}
            confirmLabel="Rendre la place"
            onConfirm={() => void giveBack.run()}
          />
        )}
        {holds && (
          <a className="fr-link fr-link--sm" href={`/api/seated-events/${ref}/calendar.ics`} download>
            Ajouter à mon agenda<span className="fr-sr-only"> : {title}</span>
          </a>
        )}
      </div>
    </>
  );
}
