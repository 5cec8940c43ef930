import { addDays, weekday } from '#workflows/calendar/civil-date.js';
import { civilDateAt } from '#workflows/calendar/paris-time.js';
import { type CallTermsInput, callTerms } from '#workflows/ftap/call-terms.js';
import type { PrismaClient } from './generated/client.js';
import { seedId } from './seed-id.js';
import { expertGroups, reviewersGroup } from './seed-people.js';

const million = 1_000_000_00;
export const openCallId = seedId('call open');
export const closedCallId = seedId('call closed');
export const successorCallId = seedId('call successor');

/** Thursdays, four weeks apart, from six weeks before `day` to a year and a half after. */
function committeeDates(day: string): string[] {
  const first = addDays(day, -42);
  const thursday = addDays(first, (11 - weekday(first)) % 7);
  return Array.from({ length: 22 }, (_, session) => addDays(thursday, session * 28));
}

export const campusTerms = (title: string, day: string): CallTermsInput => ({
  title,
  envelopeCents: 2 * million,
  rate: 0.5,
  floorCents: 50_000_00,
  ceilingCents: 1.5 * million,
  eligibleBodies: ['stateService', 'operator'],
  durationMonths: { min: 3, max: 36 },
  criteria: [
    { key: 'need', label: 'Utilité pour les agents', help: 'Le besoin est établi, le public précis et nombreux.', weight: 3 },
    { key: 'pedagogy', label: 'Qualité pédagogique', help: 'Les objectifs, les méthodes et l’évaluation se tiennent.', weight: 3 },
    {
      key: 'reuse',
      label: 'Réutilisation interministérielle',
      help: 'D’autres administrations pourront s’en servir sans frais.',
      weight: 2,
    },
    { key: 'feasibility', label: 'Faisabilité', help: 'L’équipe, le calendrier et les risques sont maîtrisés.', weight: 1 },
    { key: 'budget', label: 'Sincérité du budget', help: 'Chaque dépense est justifiée et au bon prix.', weight: 1 },
  ],
  gapForThirdReviewer: 0.3,
  instalments: [
    { kind: 'advance', label: 'Avance', share: 0.3, condition: 'À la signature de la convention et après l’engagement des crédits.' },
    { kind: 'interim', label: 'Acompte', share: 0.5, condition: 'Sur compte rendu d’avancement et justificatifs des dépenses.' },
    { kind: 'balance', label: 'Solde', share: 0.2, condition: 'Sur bilan final et compte d’emploi.' },
  ],
  requiredPieces: [
    { key: 'budget', label: 'Plan de financement signé', basis: 'règlement de l’appel, article 4', essential: true },
    { key: 'mandate', label: 'Délégation de signature', basis: 'CRPA L212-1', essential: true },
    { key: 'programme', label: 'Programme détaillé de la formation', basis: 'règlement de l’appel, article 5', essential: false },
  ],
  reviewersGroup,
  expertGroups,
  expertQuestion: 'La méthode proposée convient-elle au public visé, et la formation sera-t-elle accessible à tous les agents ?',
  committeeDates: committeeDates(day),
  zone: 'metropole',
});

/** Equipment of associations and companies: the rules of décret n° 2018-514 apply. */
const successorTerms = (title: string, day: string): CallTermsInput => ({
  ...campusTerms(title, day),
  envelopeCents: 5 * million,
  rate: 0.4,
  eligibleBodies: ['association', 'company'],
  investment: true,
  durationMonths: { min: 6, max: 48 },
  requiredPieces: [
    { key: 'budget', label: 'Plan de financement signé', basis: 'règlement de l’appel, article 3', essential: true },
    { key: 'statutes', label: 'Statuts ou extrait du registre', basis: 'règlement de l’appel, article 4', essential: true },
    { key: 'quotes', label: 'Devis des équipements', basis: 'règlement de l’appel, article 5', essential: false },
  ],
  yearEnd: { lastCommitment: '11-30', lastPayment: '12-15' },
});

type LastYear = 'open' | 'closed';

interface SeedCall {
  readonly id: string;
  readonly fundId: string;
  readonly title: string;
  readonly status: string;
  readonly opensOn: string;
  readonly closesOn: string;
  readonly terms: (title: string, day: string) => CallTermsInput;
}

const campus = seedId('fund ftap');
const successor = seedId('fund successor');
const funds = [
  { id: campus, name: 'Fonds pour la transformation de l’action publique', slug: 'ftap' },
  { id: successor, name: 'Fonds de transformation numérique (successeur)', slug: 'successeur' },
];

function callsOn(today: string, lastYear: LastYear): readonly SeedCall[] {
  const year = Number(today.slice(0, 4));
  const desk = { fundId: campus, terms: campusTerms };
  return [
    {
      ...desk,
      id: openCallId,
      title: `Guichet Campus du numérique public, appel ${year}`,
      status: 'published',
      opensOn: addDays(today, -60),
      closesOn: addDays(today, 240),
    },
    {
      ...desk,
      id: closedCallId,
      title: `Guichet Campus du numérique public, appel ${year - 1}`,
      ...(lastYear === 'closed' ? { status: 'closed', closesOn: addDays(today, -245) } : { status: 'published', closesOn: today }),
      opensOn: addDays(today, -425),
    },
    {
      id: successorCallId,
      fundId: successor,
      title: `Équipements numériques, appel de démonstration ${year + 1}`,
      status: 'draft',
      opensOn: addDays(today, 30),
      closesOn: addDays(today, 210),
      terms: successorTerms,
    },
  ];
}

/**
 * Two funds and their calls: one open today, last year's, one in preparation. Last year's is still open where demonstration cases are filed
 * into it before they close it. A call that exists keeps its dates and terms.
 */
export async function seedCalls(prisma: PrismaClient, lastYear: LastYear = 'closed'): Promise<void> {
  for (const { id, ...fund } of funds) await prisma.fund.upsert({ where: { id }, create: { id, ...fund }, update: fund });
  for (const { id, fundId, status, opensOn, closesOn, terms, title } of callsOn(civilDateAt(Date.now()), lastYear)) {
    const { title: _title, envelopeCents, ...rest } = callTerms.parse(terms(title, opensOn));
    const dates = { opensOn: new Date(opensOn), closesOn: new Date(closesOn) };
    const written = { title, status, ...dates, envelopeCents: BigInt(envelopeCents), terms: rest };
    const create = { id, fundId, procedure: 'ftap', ...written, versions: { create: { version: 1, ...written } } };
    await prisma.call.upsert({ where: { id }, create, update: {} });
  }
}
