import { voices } from '#workflows/reconversion-review/tasks/contribute.js';
import { verdicts } from '#workflows/reconversion-review/tasks/decide.js';
import { isRecord, rowsOf } from '../forms/value.js';

type Line = readonly [label: string, value: string];

const stance =
  (label: string) =>
  (value: unknown): Line | undefined => {
    if (!isRecord(value) || typeof value.verdict !== 'string' || !(value.verdict in verdicts)) return undefined;
    const { conditions, reasons } = value;
    const said = [
      `${verdicts[value.verdict as keyof typeof verdicts]}.`,
      ...(typeof conditions === 'string' ? [`Conditions\u00a0: ${conditions}`] : []),
      ...(typeof reasons === 'string' ? [`Motifs\u00a0: ${reasons}`] : []),
    ];
    return [label, said.join('\n')];
  };

const voiceOf = (value: unknown): string => {
  if (!isRecord(value)) return '';
  const { voice, lessons, difficulties, openPoints } = value;
  const name = (voices as Readonly<Record<string, string>>)[String(voice)] ?? String(voice);
  return [
    `${name}\u00a0: ${String(lessons)}`,
    `Difficultés\u00a0: ${String(difficulties)}`,
    ...(typeof openPoints === 'string' ? [`À régler\u00a0: ${openPoints}`] : []),
  ].join('\n');
};

/** What the review of the trial asks with, said for people: key of the context → line. */
export const reviewContext: Readonly<Record<string, (value: unknown) => Line | undefined>> = {
  contributions: (value) => [
    'Contributions',
    rowsOf(value).length === 0 ? 'Aucune reçue dans le délai.' : rowsOf(value).map(voiceOf).join('\n\n'),
  ],
  proposal: stance('Proposition du responsable de programme'),
  decided: stance('Décision à confirmer'),
  sentBack: (value) => (typeof value === 'string' ? ['Pourquoi une nouvelle décision est demandée', value] : undefined),
  /** Of the grant's own journeys, when its effects are measured. */
  journeys: (value) =>
    isRecord(value)
      ? [
          'Parcours de reconversion financés',
          `${String(value.started)} commencés, ${String(value.completed)} validés, ${String(value.inPost)} en poste. Ils comptent d’eux-mêmes parmi les agents reconvertis.`,
        ]
      : undefined,
};
