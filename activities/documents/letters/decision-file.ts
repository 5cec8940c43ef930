import { z } from 'zod';
import { frenchDate } from '#workflows/calendar/french.js';
import { costLines, journeyLines, needsSource, periodOf, tradeLines } from '#workflows/reconversion-review/figure-lines.js';
import { reviewFigures } from '#workflows/reconversion-review/figures.js';
import { voices, type Contribution, type Voice } from '#workflows/reconversion-review/tasks/contribute.js';
import { verdicts, type Stance } from '#workflows/reconversion-review/tasks/decide.js';
import { defineLetter } from './letter-kind.js';
import { type Block, facts, heading, paragraph } from './letter.js';

const stance = z.discriminatedUnion('verdict', [
  z.object({ verdict: z.literal('go'), reasons: z.string() }),
  z.object({ verdict: z.literal('goWithConditions'), conditions: z.string(), reasons: z.string() }),
  z.object({ verdict: z.literal('noGo'), reasons: z.string() }),
]);

const contribution = z.object({
  voice: z.enum(Object.keys(voices) as [Voice, ...Voice[]]),
  lessons: z.string(),
  difficulties: z.string(),
  openPoints: z.string().optional(),
});

const data = z.object({
  title: z.string(),
  figures: reviewFigures,
  contributions: z.array(contribution),
  proposal: stance,
  decided: stance,
  decidedBy: z.string(),
  decidedOn: z.iso.date(),
});

/** The file of the go or no-go: figures with their sources, costs, what each side said, the proposal and the decision. */
export const decisionFile = defineLetter(
  data,
  ({ title, figures, contributions, proposal, decided, decidedBy, decidedOn }, { nameOf }) => ({
    title: 'Dossier de décision – marché public dédié',
    addressee: [],
    blocks: [
      paragraph(`${title}. Ce dossier porte sur ${periodOf(figures)} de l’expérimentation des parcours de reconversion.`),
      heading('Décision'),
      ...said(decided),
      heading('Chiffres et coûts'),
      facts('Parcours de la période', journeyLines(figures)),
      facts('Objectif et coûts', costLines(figures)),
      facts(`Métiers en tension (${needsSource(figures)})`, tradeLines(figures)),
      heading('Enseignements et points ouverts'),
      ...(contributions.length === 0 ? [paragraph('Aucune contribution n’a été reçue dans le délai.')] : contributions.map(voiceOf)),
      heading('Proposition du responsable de programme'),
      ...said(proposal),
    ],
    signatures: [
      {
        capacity: 'Pour la direction du programme,',
        name: nameOf(decidedBy),
        note: `Décision prise dans le téléservice le ${frenchDate(decidedOn)}, confirmée par une seconde personne`,
      },
    ],
    notices: [
      {
        title: 'Lire ces chiffres',
        blocks: [
          paragraph(
            'Ils ont été arrêtés à l’ouverture du bilan et n’ont pas changé depuis. Un effectif de moins de dix personnes n’est pas montré. Les objectifs et les besoins sont ceux de la source et de la date indiquées.',
          ),
        ],
      },
    ],
  }),
  ({ decidedBy }) => [decidedBy],
);

const said = (one: Stance): Block[] => [
  paragraph(`${verdicts[one.verdict]}.`),
  ...(one.verdict === 'goWithConditions' ? [paragraph(`Conditions : ${one.conditions}`)] : []),
  paragraph(`Motifs : ${one.reasons}`),
];

const voiceOf = ({ voice, lessons, difficulties, openPoints }: Contribution): Block =>
  facts(voices[voice], [
    ['À garder', lessons],
    ['Difficultés', difficulties],
    openPoints !== undefined && ['À régler avant un marché', openPoints],
  ]);
