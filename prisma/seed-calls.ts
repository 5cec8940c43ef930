import { addDays, weekday } from '#workflows/calendar/civil-date.js';
import { civilDateAt } from '#workflows/calendar/paris-time.js';
import { type CallTerms, callTerms } from '#workflows/ftap/call-terms.js';
import type { PrismaClient } from './generated/client.js';
import { seedId } from './seed-id.js';
import { expertGroups, reviewersGroup } from './seed-people.js';

const million = 1_000_000_00;
export const openCallId = seedId('call open');
export const closedCallId = seedId('call closed');

/** Thursdays, four weeks apart, from six weeks before `day` to a year and a half after. */
function committeeDates(day: string): string[] {
  const first = addDays(day, -42);
  const thursday = addDays(first, (11 - weekday(first)) % 7);
  return Array.from({ length: 22 }, (_, session) => addDays(thursday, session * 28));
}

const terms = (title: string, day: string): CallTerms => ({
  title,
  envelopeCents: 2 * million,
  rate: 0.5,
  floorCents: 50_000_00,
  ceilingCents: 1.5 * million,
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
    { label: 'Avance', share: 0.3, condition: 'À la signature de la convention et après l’engagement des crédits.' },
    { label: 'Acompte', share: 0.5, condition: 'Sur compte rendu d’avancement et justificatifs des dépenses.' },
    { label: 'Solde', share: 0.2, condition: 'Sur bilan final et compte d’emploi.' },
  ],
  legalProfile: 'STATE_OPERATOR',
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

interface SeedCall {
  readonly id: string;
  readonly title: string;
  readonly status: string;
  readonly opensOn: string;
  readonly closesOn: string;
}

/** The fund with a call that is open today and one that is closed. A call that exists keeps its dates and terms. */
export async function seedCalls(prisma: PrismaClient): Promise<void> {
  const today = civilDateAt(Date.now());
  const year = Number(today.slice(0, 4));
  const fundId = seedId('fund ftap');
  const fund = { name: 'Fonds pour la transformation de l’action publique', slug: 'ftap' };
  await prisma.fund.upsert({ where: { id: fundId }, create: { id: fundId, ...fund }, update: fund });
  const calls: readonly SeedCall[] = [
    {
      id: openCallId,
      title: `Guichet Campus du numérique public, appel ${year}`,
      status: 'published',
      opensOn: addDays(today, -60),
      closesOn: addDays(today, 240),
    },
    {
      id: closedCallId,
      title: `Guichet Campus du numérique public, appel ${year - 1}`,
      status: 'closed',
      opensOn: addDays(today, -425),
      closesOn: addDays(today, -245),
    },
  ];
  for (const { id, title, status, opensOn, closesOn } of calls) {
    const { title: _title, envelopeCents, ...rest } = callTerms.parse(terms(title, opensOn));
    const dates = { opensOn: new Date(opensOn), closesOn: new Date(closesOn) };
    const create = { id, fundId, procedure: 'ftap', title, status, ...dates, envelopeCents: BigInt(envelopeCents), terms: rest };
    await prisma.call.upsert({ where: { id }, create, update: {} });
  }
}
