import { Button } from '@codegouvfr/react-dsfr/Button';
import { Input } from '@codegouvfr/react-dsfr/Input';
import { Select } from '@codegouvfr/react-dsfr/Select';
import { type SyntheticEvent, useState } from 'react';
import type { Schemas } from '../api/client.js';

interface Props {
  readonly kind: Exclude<Schemas['CohortWhatIfKind'], 'replan'>;
  readonly cohort: Schemas['CohortView'];
  readonly busy: boolean;
  /** What the server says of the date, or of the plan that it leads to. */
  readonly refused: string | undefined;
  /** What was shown no longer is what is written. */
  readonly onChange: () => void;
  readonly onTry: (whatIf: Schemas['CohortWhatIf']) => void;
}

/** A change of one thing: a date, or a coach who is lost. */
export function SimpleChange({ kind, cohort: { plan, coaches }, busy, refused, onChange, onTry }: Props) {
  const [on, setOn] = useState(kind === 'shiftStart' ? plan.startsOn : plan.jury.on);
  const [person, setPerson] = useState(coaches[0]?.person.id ?? '');
  const wrong = refused === undefined || refused === '' ? {} : { state: 'error' as const, stateRelatedMessage: refused };
  return (
    <form
      onSubmit={(event: SyntheticEvent) => {
        event.preventDefault();
        onTry(kind === 'loseCoach' ? { kind, person } : { kind, on });
      }}
    >
      {kind === 'loseCoach' ? (
        <Select
          label="Coach"
          className="jalon-narrow"
          {...wrong}
          nativeSelectProps={{
            value: person,
            onChange: ({ target }) => {
              setPerson(target.value);
              onChange();
            },
          }}
        >
          {coaches.map(({ person: { id, name } }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      ) : (
        <Input
          label="Nouvelle date"
          className="jalon-narrow"
          {...wrong}
          nativeInputProps={{
            type: 'date',
            value: on,
            required: true,
            onChange: ({ target }) => {
              setOn(target.value);
              onChange();
            },
          }}
        />
      )}
      <Button type="submit" priority="secondary" disabled={busy}>
        {busy ? 'Calcul…' : 'Voir ce qui changerait'}
      </Button>
    </form>
  );
}
