import type { Role } from '#workflows/kit/people.js';
import type { PrismaClient } from './generated/client.js';
import { fakeSiret, seedId } from './seed-id.js';

/** Real names of administrations, with fictitious SIRET numbers; the people are invented, obviously so. */
const bodies = [
  { key: 'campus', name: 'Direction interministérielle du numérique', kind: 'stateService' },
  { key: 'anct', name: 'Agence nationale de la cohésion des territoires', kind: 'operator' },
  { key: 'meteo', name: 'Météo-France', kind: 'operator' },
  { key: 'ign', name: 'Institut national de l’information géographique et forestière', kind: 'operator' },
  { key: 'bnf', name: 'Bibliothèque nationale de France', kind: 'operator' },
  { key: 'culture', name: 'Ministère de la Culture', kind: 'stateService' },
  { key: 'justice', name: 'Ministère de la Justice', kind: 'stateService' },
  { key: 'economie', name: 'Ministère de l’Économie', kind: 'stateService' },
] as const;

type BodyKey = (typeof bodies)[number]['key'];

export const reviewersGroup = 'Guichet FTAP';
export const expertGroups = ['Pédagogie', 'Accessibilité numérique'];

interface SeedPerson {
  readonly name: string;
  readonly body: BodyKey;
  readonly role: Role;
  readonly group?: string;
  /** Left out: all procedures. */
  readonly procedure?: string;
  /** Other procedures in which they hold the same role. */
  readonly also?: readonly string[];
  /** Another role, in all procedures. */
  readonly andAlso?: Role;
}

const ftap = (name: string, role: Role, rest: Partial<SeedPerson> = {}): SeedPerson => ({
  name,
  body: 'campus',
  role,
  procedure: 'ftap',
  ...rest,
});
const persona = (name: string, role: Role, body: BodyKey = 'campus'): SeedPerson => ({ name, body, role });

/** One account for each persona, and as many colleagues as one grant needs. */
const people: readonly SeedPerson[] = [
  persona('Camille Exemple', 'applicant', 'anct'),
  persona('Dominique Test-Martin', 'applicant', 'meteo'),
  persona('Alix Fictif', 'applicant', 'bnf'),
  ftap('Sacha Modèle', 'reviewer', { group: reviewersGroup }),
  ftap('Charlie Démo', 'reviewer', { group: reviewersGroup }),
  ftap('Noa Échantillon', 'reviewer', { group: reviewersGroup }),
  ftap('Maé Spécimen', 'expert', { group: 'Pédagogie', body: 'economie' }),
  ftap('Lou Prototype', 'expert', { group: 'Accessibilité numérique', body: 'culture' }),
  ftap('Andrea Maquette', 'expert', { group: 'Pédagogie', body: 'justice' }),
  ftap('Claude Essai', 'committeeMember', { body: 'economie' }),
  ftap('Eden Brouillon', 'committeeMember', { body: 'culture' }),
  ftap('Billie Croquis', 'committeeMember', { body: 'anct' }),
  ftap('Gaël Témoin', 'authority'),
  ftap('Jo Factice', 'authority'),
  ftap('Ange Imaginaire', 'budgetOfficer'),
  persona('Robin Gabarit', 'coach'),
  // Sits in juries too: never over whom she accompanies.
  { ...persona('Aube Repère', 'coach'), andAlso: 'juryMember' },
  persona('Morgan Canevas', 'participant', 'ign'),
  persona('Lio Pastiche', 'participant', 'meteo'),
  persona('Yael Esquisse', 'employer', 'ign'),
  { name: 'Ilan Accueil', body: 'culture', role: 'employer', procedure: 'reconversion', group: 'host' },
  { name: 'Sol Atelier', body: 'economie', role: 'expert', procedure: 'cohort' },
  persona('Max Épreuve', 'juryMember'),
  persona('Fleur Barème', 'juryMember', 'economie'),
  { name: 'Alma Promotion', body: 'campus', role: 'programManager', procedure: 'cohort', also: ['reconversion'] },
  {
    name: 'Ezra Renfort',
    body: 'campus',
    role: 'programManager',
    procedure: 'reconversion',
    // Also grants: who names the one that pays for a journey sees both.
    also: ['cohort', 'directors-year', 'seated-event', 'ftap'],
  },
  { name: 'Tess Cap', body: 'campus', role: 'direction', procedure: 'reconversion', also: ['cohort', 'directors-year'] },
  // The second person of the direction, who confirms what the first decided.
  { name: 'Val Paraphe', body: 'campus', role: 'direction', procedure: 'reconversion', also: ['cohort'] },
  ftap('Ariel Pilote', 'programManager'),
  ftap('Sam Relais', 'programManager'),
  ftap('Kim Cadran', 'direction'),
  persona('Loïs Boussole', 'director', 'culture'),
  // Loïs's secretariat: an account of the same kind, without a year of its own.
  persona('Dany Agenda', 'director', 'culture'),
  { name: 'Maxence Parcours', body: 'campus', role: 'programManager', procedure: 'directors-year', also: ['seated-event'] },
  persona('Swann Vitrine', 'catalogueEditor'),
  persona('Mahé Contrôle', 'auditor'),
  persona('Nour Système', 'administrator'),
];

/** camille.exemple@exemple.gouv.invalid */
const emailOf = (name: string) => {
  const local = name
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replaceAll(' ', '.');
  return `${local}@exemple.gouv.invalid`;
};

export const personId = (name: string) => seedId(`person ${name}`);

export async function seedPeople(prisma: PrismaClient): Promise<void> {
  for (const [index, { key, name, kind }] of bodies.entries()) {
    const data = { name, kind, siret: fakeSiret(index + 1) };
    const id = seedId(`body ${key}`);
    await prisma.body.upsert({ where: { id }, create: { id, ...data }, update: data });
  }
  for (const { name, body, role, procedure, also = [], andAlso, group } of people) {
    const id = personId(name);
    const data = { name, email: emailOf(name), bodyId: seedId(`body ${body}`), synthetic: true };
    await prisma.person.upsert({ where: { id }, create: { id, ...data }, update: data });
    for (const [index, perimeter] of [procedure, ...also].entries()) {
      const grant = { personId: id, role, procedure: perimeter ?? null, groupName: group ?? null };
      const grantId = seedId(`grant ${name} ${role}${index === 0 ? '' : ` ${perimeter}`}`);
      await prisma.grant.upsert({ where: { id: grantId }, create: { id: grantId, ...grant }, update: grant });
    }
    if (andAlso === undefined) continue;
    const grant = { personId: id, role: andAlso, procedure: null, groupName: null };
    const grantId = seedId(`grant ${name} ${andAlso}`);
    await prisma.grant.upsert({ where: { id: grantId }, create: { id: grantId, ...grant }, update: grant });
  }
}
