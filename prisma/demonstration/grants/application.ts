import type { Attachment } from '#activities/demonstration/loading.js';
import { addDays, type CivilDate, type Instant } from '#workflows/calendar/civil-date.js';
import { civilDateAt } from '#workflows/calendar/paris-time.js';
import type { Application, PromisedEffect } from '#workflows/ftap/application.js';
import { ftapInput, type FtapInput } from '#workflows/ftap/input.js';
import { seedId } from '../../seed-id.js';
import { Chance } from '../chance.js';
import type { InventedBody } from '../invented-bodies.js';
import { applicantOf, bodyOf } from './cast.js';
import { callVersion, type PastCall } from './past-calls.js';
import type { PlannedGrant } from './plan.js';

/** An application as it was filed, and the files that go with it. */
export interface Filing {
  readonly input: FtapInput;
  readonly attachments: readonly Attachment[];
}

export function filing(grant: PlannedGrant, { ref, call, at }: { ref: string; call: PastCall; at: Instant }): Filing {
  const chance = new Chance(`application ${grant.title}`);
  const body = bodyOf(grant.body);
  const owner = applicantOf(grant.body);
  const amountCents = grant.thousands * 1_000_00;
  const attachments: Attachment[] = [];
  const piece = (key: string, filename: string) => {
    const id = seedId(`piece ${ref} ${key}`);
    attachments.push({ id, filename, by: owner, at });
    return [id];
  };
  const application: Application = {
    project: project(grant, addDays(civilDateAt(at), chance.between(95, 140))),
    body: { siret: body.siret, name: body.name, kind: body.kind, contactEmail: `formation.${body.key}@exemple.gouv.invalid` },
    budget: { lines: budgetLines(amountCents, chance), amountCents },
    effects: { promised: effects(grant, body, amountCents, chance) },
    pieces: {
      budget: piece('budget', 'Plan de financement.pdf'),
      mandate: piece('mandate', 'Délégation de signature.pdf'),
      programme: chance.happens(0.7) ? piece('programme', 'Programme détaillé.pdf') : [],
    },
    commitments: { reuse: true, sincere: true },
  };
  const input = { application, call: call.terms, callId: call.id, callVersion, owner, coApplicants: [] };
  return { input: ftapInput.parse(input), attachments };
}

const project = ({ title, months }: PlannedGrant, startsOn: CivilDate): Application['project'] => ({
  title,
  summary: `«\u00a0${title}\u00a0» forme des agents par des ateliers courts, en présence et à distance, et laisse des supports que d’autres administrations peuvent reprendre.`,
  audience: 'Agents de catégories A et B des services centraux et déconcentrés.',
  startsOn,
  durationMonths: months,
});

/** The grant covers 30 to 50 % of the eligible cost. */
function budgetLines(amountCents: number, chance: Chance): Application['budget']['lines'] {
  const eligible = Math.ceil(amountCents / (0.3 + 0.2 * chance.next()));
  const design = Math.round(eligible * 0.6);
  return [
    { label: 'Conception des modules', amountCents: design, eligible: true },
    { label: 'Expérimentation auprès des agents', amountCents: eligible - design, eligible: true },
    { label: 'Location de salles', amountCents: Math.round(eligible * 0.06), eligible: false },
  ];
}

/** Agents trained, always; other effects by chance; agents reconverted where journeys are paid for. */
function effects(
  { fate }: PlannedGrant,
  { name }: InventedBody,
  amountCents: number,
  chance: Chance,
): [PromisedEffect, ...PromisedEffect[]] {
  const owner = `Service de la formation, ${name}`;
  // Some 150 to 500 € for each agent.
  const agents = 10 * Math.round(amountCents / 100 / chance.between(150, 500) / 10);
  const trained: PromisedEffect = {
    kind: 'agentsTrained',
    indicator: 'Agents formés en un an',
    unit: 'agents',
    baseline: 0,
    target: Math.max(40, agents),
    method: 'Décompte des attestations de fin de formation, sans double compte.',
    owner,
    evidence: 'Extraction de la plateforme de formation',
  };
  const others = otherEffects.filter(() => chance.happens(0.4)).map((one) => ({ ...one, owner }));
  return [trained, ...others, ...(fate === 'paysForJourneys' ? [{ ...reconverted, owner }] : [])];
}

const reconverted: Omit<PromisedEffect, 'owner'> = {
  kind: 'agentsReconverted',
  indicator: 'Agents reconvertis',
  unit: 'agents',
  baseline: 0,
  target: 5,
  method: 'Décompte des parcours validés par leur jury.',
  evidence: 'Dossiers des parcours',
};

const otherEffects: readonly Omit<PromisedEffect, 'owner'>[] = [
  {
    kind: 'courseReuse',
    indicator: 'Administrations qui réutilisent la formation',
    unit: 'administrations',
    baseline: 0,
    target: 4,
    method: 'Conventions de réutilisation signées avec le Campus.',
    evidence: 'Conventions',
  },
  {
    kind: 'timeSaved',
    indicator: 'Temps moyen de traitement d’un dossier',
    unit: 'minutes',
    baseline: 45,
    target: 30,
    method: 'Moyenne relevée dans l’outil métier sur un mois plein.',
    evidence: 'Export de l’outil métier',
  },
  {
    kind: 'satisfaction',
    indicator: 'Agents satisfaits de la formation',
    unit: '%',
    baseline: 60,
    target: 85,
    method: 'Questionnaire remis en fin de session à tous les participants.',
    evidence: 'Dépouillement du questionnaire',
  },
];
