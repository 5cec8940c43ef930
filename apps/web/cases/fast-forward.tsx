import { Button } from '@codegouvfr/react-dsfr/Button';
import { frenchDay } from '#workflows/calendar/french.js';
import { api, ask, type Schemas } from '../api/client.js';
import { useAct } from '../api/use-act.js';
import { announce } from '../layout/announcer.js';
import { ProblemAlert } from '../layout/problem-alert.js';

interface Props {
  readonly one: Schemas['CaseDetail'];
  readonly onMoved: () => void;
}

/** On the demonstration server: lets time pass in this case alone. */
export function FastForward({ one, onMoved }: Props) {
  const move = useAct(async (_key, target: Schemas['FastForward']) => {
    const { today } = await ask(api.POST('/api/cases/{ref}/fast-forward', { params: { path: { ref: one.ref } }, body: target }));
    announce(`Dans ce dossier, nous sommes le ${frenchDay(today)}.`);
    onMoved();
  });
  if (!one.fastForward) return null;
  return (
    <section className="jalon-clock" aria-labelledby="horloge">
      <h2 id="horloge" className="fr-h6 fr-mb-1v">
        Horloge de démonstration
      </h2>
      <p className="fr-mb-1w">
        Dans ce dossier, nous sommes le <strong>{frenchDay(one.today)}</strong>.
      </p>
      <div className="jalon-actions">
        <Button size="small" priority="secondary" disabled={move.busy} onClick={() => void move.run({ to: 'next' })}>
          Avancer jusqu’à la prochaine échéance
        </Button>
        <Button size="small" priority="secondary" disabled={move.busy} onClick={() => void move.run({ days: 7 })}>
          Avancer de 7 jours
        </Button>
      </div>
      <ProblemAlert problem={move.problem} />
    </section>
  );
}
