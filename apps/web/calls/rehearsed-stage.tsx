import { daysBetween } from '#workflows/calendar/civil-date.js';
import { frenchDate } from '#workflows/calendar/french.js';
import type { Schemas } from '../api/client.js';
import { capital } from '../french/capital.js';
import { type Column, DataTable } from '../layout/data-table.js';

type Step = Schemas['RehearsedStep'];

interface Props {
  readonly stage: Schemas['RehearsedStage'];
  readonly number: number;
  readonly filedOn: string;
}

/** One stage as the procedure reads: who does what, within which term, under which text, and what if nobody acts. */
export function RehearsedStage({ stage: { label, on, steps }, number, filedOn }: Props) {
  const title = `${number}. ${label}`;
  const acts = steps.filter(({ kind }) => kind === 'task' || kind === 'event' || kind === 'wait');
  return (
    <section className="jalon-rehearsed" aria-label={title}>
      <h2 className="fr-h5 fr-mb-1v">{title}</h2>
      <p className="fr-text--sm jalon-discreet fr-mb-2w">
        {capital(frenchDate(on))} ({dayOfCase(filedOn, on)})
      </p>
      <Facts steps={steps.filter(({ kind }) => kind === 'clock')} words={clockWords} title="Délais qui courent" />
      {acts.length > 0 && (
        <DataTable
          caption={`Ce qui se fait à l’étape ${label}`}
          columns={columns(filedOn)}
          rows={acts}
          keyOf={(step) => `${step.label} ${step.who} ${step.on} ${step.lastDay}`}
        />
      )}
      <Facts
        steps={steps.filter(({ kind }) => kind === 'document' || kind === 'figure')}
        words={({ label: what }) => what}
        title="Ce qui en sort"
      />
      <Facts steps={steps.filter(({ kind }) => kind === 'offer')} words={offerWords} title="Ce qui reste possible" />
    </section>
  );
}

const columns = (filedOn: string): readonly Column<Step>[] => [
  {
    title: 'Quoi',
    cell: ({ label, help, times }) => (
      <>
        {label}
        {times > 1 && ` (${times} fois)`}
        {help && <span className="fr-text--xs jalon-block jalon-discreet jalon-plain">{help}</span>}
      </>
    ),
  },
  { title: 'Qui', cell: ({ who }) => (who === undefined ? '–' : capital(who)) },
  {
    title: 'Dans quel délai',
    cell: (step) => (
      <>
        {termWords(step)}
        <span className="fr-text--xs jalon-block jalon-discreet">{basisWords(step)}</span>
      </>
    ),
  },
  { title: 'Si rien ne vient', cell: ({ then }) => then ?? '–' },
  {
    title: 'Dossier type',
    cell: ({ on, doneOn }) => (
      <>
        {frenchDate(doneOn ?? on)}
        <span className="fr-text--xs jalon-block jalon-discreet">{dayOfCase(filedOn, doneOn ?? on)}</span>
      </>
    ),
  },
];

function termWords({ within, lastDay, kind }: Step): string {
  if (lastDay === undefined) return 'Sans délai';
  if (kind === 'wait') return `Jusqu’au ${frenchDate(lastDay)}`;
  return within === undefined ? `Au plus tard le ${frenchDate(lastDay)}` : `${within}, soit le ${frenchDate(lastDay)}`;
}

const basisWords = ({ basis, kind, lastDay }: Step) => basis ?? (kind === 'wait' || lastDay === undefined ? '' : 'Règle du service');

const clockWords = (step: Step) =>
  `${step.label}\u00a0: ${termWords(step)}${step.basis === undefined ? '' : ` (${step.basis})`}. ${step.then ?? ''}`;
const offerWords = (step: Step) =>
  `${step.label}, par ${step.who ?? 'le service'}${step.lastDay === undefined ? '' : ` : ${termWords(step)}`}`;

/** « J+12 »: days since the application was filed. */
const dayOfCase = (filedOn: string, on: string) => `J+${daysBetween(filedOn, on)}`;

interface FactsProps {
  readonly title: string;
  readonly steps: readonly Step[];
  readonly words: (step: Step) => string;
}

function Facts({ title, steps, words }: FactsProps) {
  if (steps.length === 0) return null;
  return (
    <>
      <h3 className="fr-text--md fr-mb-1v">{title}</h3>
      <ul className="fr-mb-2w">
        {steps.map((step, index) => (
          <li key={`${step.label} ${index}`}>{words(step)}</li>
        ))}
      </ul>
    </>
  );
}
