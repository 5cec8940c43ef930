import { Badge } from '@codegouvfr/react-dsfr/Badge';
import { Button } from '@codegouvfr/react-dsfr/Button';
import { Input } from '@codegouvfr/react-dsfr/Input';
import { type MouseEvent, type SyntheticEvent, useEffect, useRef, useState } from 'react';
import { api, ask, type Schemas } from '../api/client.js';
import { useAct } from '../api/use-act.js';
import { parseNumber, typedNumber } from '../forms/numbers.js';
import { count, euros } from '../french/amounts.js';
import { announce } from '../layout/announcer.js';
import { ProblemAlert } from '../layout/problem-alert.js';

interface Wished {
  readonly ref: string;
  readonly title: string;
  /** As it is typed, in euros. */
  readonly amount: string;
}

const cents = 100;
const typed = (value: number | undefined) => typedNumber(value, cents);

/** Tries amounts, an order and an envelope before the vote: what fits above the cut, what would wait. Nothing is kept. */
export function WhatIf({ session }: { readonly session: Schemas['CommitteeSession'] }) {
  const [envelope, setEnvelope] = useState(typed(Math.max(0, session.envelopeLeftCents)));
  const [wished, setWished] = useState<readonly Wished[]>(() =>
    session.agenda
      .filter(({ closed }) => !closed)
      .map(({ ref, title, requestedCents, opinion }) => ({ ref, title, amount: typed(opinion?.amountCents ?? requestedCents) })),
  );
  const [result, setResult] = useState<Schemas['WhatIfResult']>();
  const attempt = useAct(async () => {
    const tried = await ask(
      api.POST('/api/sessions/{ref}/what-if', {
        params: { path: { ref: session.ref } },
        body: {
          envelopeCents: parseNumber(envelope, cents) ?? 0,
          cases: wished.map(({ ref, amount }) => ({ ref, amountCents: parseNumber(amount, cents) ?? 0 })),
        },
      }),
    );
    setResult(tried);
    const fitting = tried.cases.filter(({ fits }) => fits).length;
    announce(`${count(fitting, 'dossier')} au-dessus de la coupure, ${euros(tried.leftCents)} restants.`);
  });
  const change = (next: readonly Wished[]) => {
    setWished(next);
    setResult(undefined);
  };
  const pressed = useRef<HTMLButtonElement>(null);
  // The first cannot go up nor the last down: by keyboard one goes on from the button beside.
  useEffect(() => {
    if (pressed.current?.disabled) pressed.current.parentElement?.querySelector<HTMLButtonElement>('button:enabled')?.focus();
  }, [wished]);
  const move = (index: number, by: -1 | 1, { currentTarget }: MouseEvent<HTMLButtonElement>) => {
    pressed.current = currentTarget;
    const next = [...wished];
    const [one] = next.splice(index, 1);
    if (!one) return;
    next.splice(index + by, 0, one);
    change(next);
    announce(`${one.title}\u00a0: place ${index + by + 1}.`);
  };
  if (wished.length === 0) return null;
  return (
    <section className="fr-mt-4w" aria-labelledby="essai">
      <h2 id="essai" className="fr-h4">
        Essayer une répartition
      </h2>
      <p>
        Changez l’enveloppe, les montants ou l’ordre, puis placez la coupure. Rien n’est enregistré&nbsp;: les avis se donnent en séance.
      </p>
      <form
        onSubmit={(event: SyntheticEvent) => {
          event.preventDefault();
          void attempt.run();
        }}
      >
        <Input
          className="jalon-number"
          label="Enveloppe (en euros)"
          nativeInputProps={{
            inputMode: 'decimal',
            autoComplete: 'off',
            value: envelope,
            onChange: ({ target }) => {
              setEnvelope(target.value);
              setResult(undefined);
            },
          }}
        />
        <ol className="fr-raw-list jalon-cards">
          {wished.map((one, index) => (
            <li key={one.ref} className="jalon-card">
              <div className="jalon-card__head">
                <strong>
                  {index + 1}. {one.title}
                </strong>
                <Placement placed={result?.cases.find(({ ref }) => ref === one.ref)} />
              </div>
              <div className="jalon-actions">
                <Input
                  className="jalon-number fr-mb-0"
                  label={
                    <>
                      Montant (en euros)<span className="fr-sr-only">&nbsp;: {one.title}</span>
                    </>
                  }
                  nativeInputProps={{
                    inputMode: 'decimal',
                    autoComplete: 'off',
                    value: one.amount,
                    onChange: ({ target }) => change(wished.with(index, { ...one, amount: target.value })),
                  }}
                />
                <Button
                  type="button"
                  size="small"
                  priority="tertiary"
                  iconId="fr-icon-arrow-up-line"
                  title={`Monter\u00a0: ${one.title}`}
                  disabled={index === 0}
                  onClick={(event) => move(index, -1, event)}
                >
                  Monter
                </Button>
                <Button
                  type="button"
                  size="small"
                  priority="tertiary"
                  iconId="fr-icon-arrow-down-line"
                  title={`Descendre\u00a0: ${one.title}`}
                  disabled={index === wished.length - 1}
                  onClick={(event) => move(index, 1, event)}
                >
                  Descendre
                </Button>
              </div>
              {isLastAbove(result, one.ref) && <p className="jalon-cut fr-mb-0">Coupure&nbsp;: il reste {euros(result?.leftCents ?? 0)}</p>}
            </li>
          ))}
        </ol>
        <ProblemAlert problem={attempt.problem} />
        <Button type="submit" disabled={attempt.busy}>
          Placer la coupure
        </Button>
      </form>
    </section>
  );
}

function Placement({ placed }: { readonly placed: Schemas['PlacedCase'] | undefined }) {
  if (!placed) return null;
  return placed.fits ? (
    <Badge as="span" severity="success">
      Dans l’enveloppe ({euros(placed.cumulativeCents)} cumulés)
    </Badge>
  ) : (
    <Badge as="span" severity="warning">
      Liste d’attente, rang {placed.waitingRank}
    </Badge>
  );
}

const isLastAbove = (result: Schemas['WhatIfResult'] | undefined, ref: string) =>
  result?.cases.filter(({ fits }) => fits).at(-1)?.ref === ref;
