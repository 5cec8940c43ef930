import { Button } from '@codegouvfr/react-dsfr/Button';
import type { ReactNode } from 'react';
import { api, ask, idempotent, type Schemas } from '../api/client.js';
import { useAct } from '../api/use-act.js';
import { announce } from '../layout/announcer.js';
import { Page } from '../layout/page.js';
import { ProblemAlert } from '../layout/problem-alert.js';
import { before, when } from './words.js';

type Year = Schemas['YearView'];
type Offered = Schemas['OfferedEvent'];

interface Props {
  readonly year: Year;
  readonly onDone: () => void;
}

/** One question, two answers. */
export function NextCard({ year, onDone }: Props) {
  const { kind, event, task } = year.next;
  const answer = useAct(async (key, yes: boolean) => {
    if (!event) return;
    await send(year.ref, { event: event.ref, offer: kind === 'offer', yes }, key);
    announce(yes ? 'C’est noté.' : 'C’est noté, merci.');
    onDone();
  });
  if (kind === 'task' && task)
    return (
      <Page title={task.label}>
        <p className="fr-text--lead">{task.lastDay ? `À faire${before(task.lastDay)}.` : 'À faire quand vous le pouvez.'}</p>
        <Button linkProps={{ href: `/taches/${task.id}` }} size="large">
          Commencer
        </Button>
      </Page>
    );
  if (kind === 'date' && event)
    return (
      <Page title={event.title}>
        <Facts event={event} />
        <p>Votre place est réservée. Il n’y a rien à faire.</p>
      </Page>
    );
  if (!event)
    return (
      <Page title="Rien à faire">
        <p className="fr-text--lead">Nous vous écrirons quand une date vous sera proposée.</p>
      </Page>
    );
  return (
    <Page title={event.title} above={<p className="fr-mb-1w">{kind === 'offer' ? 'Y aller ?' : 'Y serez-vous ?'}</p>}>
      <Facts event={event} />
      <ProblemAlert problem={answer.problem} />
      <Answers busy={answer.busy} about={event.title} onAnswer={(yes) => void answer.run(yes)} />
    </Page>
  );
}

async function send(year: string, { event, offer, yes }: { event: string; offer: boolean; yes: boolean }, key: string): Promise<void> {
  const place = { path: { ref: event }, ...idempotent(key) };
  if (!offer) await ask(api.POST('/api/seated-events/{ref}/presence', { params: place, body: { year, coming: yes } }));
  else if (yes) await ask(api.POST('/api/seated-events/{ref}/bookings', { params: place, body: { year } }));
  else await ask(api.POST('/api/directors/years/{ref}/declined', { params: { path: { ref: year }, ...idempotent(key) }, body: { event } }));
}

const Facts = ({ event }: { readonly event: Offered }): ReactNode => (
  <p className="fr-text--lead">
    {when(event)}
    <br />
    {event.place}
  </p>
);

interface AnswersProps {
  readonly busy: boolean;
  readonly about: string;
  readonly onAnswer: (yes: boolean) => void;
}

const Answers = ({ busy, about, onAnswer }: AnswersProps) => (
  <div className="jalon-yes-no">
    <Button size="large" disabled={busy} onClick={() => onAnswer(true)} nativeButtonProps={{ 'aria-label': `Oui : ${about}` }}>
      Oui
    </Button>
    <Button
      size="large"
      priority="secondary"
      disabled={busy}
      onClick={() => onAnswer(false)}
      nativeButtonProps={{ 'aria-label': `Non : ${about}` }}
    >
      Non
    </Button>
  </div>
);
