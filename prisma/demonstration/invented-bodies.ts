import type { PrismaClient } from '../generated/client.js';
import { fakeSiret, seedId } from '../seed-id.js';

/** Real names of administrations, fictitious numbers. */
export interface InventedBody {
  readonly key: string;
  readonly name: string;
  readonly siret: string;
  readonly kind: 'stateService' | 'operator';
}

type Named = readonly (readonly [key: string, name: string, number: number])[];

/** Numbers under a hundred are those of the named accounts' bodies. */
const ministryNames: Named = [
  ['culture', 'Ministère de la Culture', 6],
  ['justice', 'Ministère de la Justice', 7],
  ['economie', 'Ministère de l’Économie', 8],
  ['premier-ministre', 'Services du Premier ministre', 101],
  ['interieur', 'Ministère de l’Intérieur', 102],
  ['education', 'Ministère de l’Éducation nationale', 103],
  ['ecologie', 'Ministère de la Transition écologique', 104],
  ['agriculture', 'Ministère de l’Agriculture', 105],
  ['sante', 'Ministère de la Santé', 106],
  ['travail', 'Ministère du Travail', 107],
  ['europe', 'Ministère de l’Europe et des Affaires étrangères', 108],
  ['armees', 'Ministère des Armées', 109],
];
const operatorNames: Named = [
  ['anct', 'Agence nationale de la cohésion des territoires', 2],
  ['meteo', 'Météo-France', 3],
  ['ign', 'Institut national de l’information géographique et forestière', 4],
  ['bnf', 'Bibliothèque nationale de France', 5],
  ['inrae', 'INRAE', 111],
  ['cnrs', 'CNRS', 112],
  ['france-travail', 'France Travail', 113],
  ['ademe', 'ADEME', 114],
];

const bodies = (names: Named, kind: InventedBody['kind']): InventedBody[] =>
  names.map(([key, name, number]) => ({ key, name, siret: fakeSiret(number), kind }));

export const ministries: readonly InventedBody[] = bodies(ministryNames, 'stateService');
export const operators: readonly InventedBody[] = bodies(operatorNames, 'operator');

/** Writes those that are not there. */
export async function settleBodies(prisma: PrismaClient, some: readonly InventedBody[]): Promise<void> {
  const data = some.map(({ key, ...body }) => ({ id: seedId(`body ${key}`), ...body }));
  await prisma.body.createMany({ data, skipDuplicates: true });
}
