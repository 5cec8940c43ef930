import { randomUUID } from 'node:crypto';
import { closedCallId } from '../../../prisma/seed-calls.js';
import { extentOf } from '../../../apps/back-office/permissions/matrix.js';
import { type Role, roles } from '../../../workflows/kit/people.js';
import type { Browser } from './back-office.js';
import type { RunningJalon } from './case-worker.js';

/**
 * Where somebody stands to a case: it is theirs, or they have something to do on it; or it lies in the perimeter of their role, no
 * more; or it lies outside.
 */
export const cells = ['own', 'perimeter', 'foreign'] as const;
export type Cell = (typeof cells)[number];

/** Systems that call the API have a specification of their own. */
export const people = (Object.keys(roles) as Role[]).filter((role) => role !== 'apiClient');

export interface Standing {
  readonly id: string;
  readonly who: Browser;
  /** The case, and a task of the case, that this cell is about. */
  readonly ref: string;
  readonly task: string;
}

export type MatrixCast = ReadonlyMap<Role, Readonly<Record<Cell, Standing>>>;

const isOwners = (role: Role) => extentOf('read file', role) === 'o';

/** For each role three people who hold nothing else, each in another cell to one of these cases. */
export async function matrixCast(jalon: RunningJalon, refs: readonly string[]): Promise<MatrixCast> {
  const cast = new Map<Role, Record<Cell, Standing>>();
  let next = 0;
  for (const role of people) {
    const ref = isOwners(role) ? refs[next++]! : refs[0]!;
    const [own, perimeter, foreign] = await Promise.all([
      person(jalon, role, 'own', isOwners(role) ? [{}] : [{ procedure: 'ftap' }]),
      person(jalon, role, 'perimeter', isOwners(role) ? [{}] : [{ procedure: 'ftap', groupName: 'Un autre guichet' }]),
      person(jalon, role, 'foreign', isOwners(role) ? [{}] : [{ procedure: 'canum' }, { callId: closedCallId }]),
    ]);
    if (isOwners(role)) await jalon.prisma.caseFile.update({ where: { ref }, data: { ownerId: own.id } });
    const task = await taskFor(jalon, role, ref, own.id);
    const at = { ref, task };
    cast.set(role, { own: { ...own, ...at }, perimeter: { ...perimeter, ...at }, foreign: { ...foreign, ...at } });
  }
  return cast;
}

/** Somebody who holds the role, and no other, without a perimeter. */
export const holderEverywhere = async (jalon: RunningJalon, role: Role): Promise<Browser> =>
  (await person(jalon, role, 'everywhere', [{}])).who;

async function person(jalon: RunningJalon, role: Role, cell: Cell | 'everywhere', grants: readonly object[]) {
  const id = randomUUID();
  const name = `${role} ${cell}`;
  const held = grants.map((grant) => ({ id: randomUUID(), role, ...grant }));
  await jalon.prisma.person.create({
    data: { id, name, email: `${id}@exemple.gouv.invalid`, synthetic: true, grants: { create: held } },
  });
  return { id, who: await jalon.as(name) };
}

/** Two tasks of which only the read tables know, which is enough for a standing: one to do, and one that was done, which this gives. */
async function taskFor({ prisma }: RunningJalon, role: Role, caseRef: string, personId: string): Promise<string> {
  const { key, context } = await prisma.task.findUniqueOrThrow({ where: { id: `${caseRef}.check-completeness-1` } });
  const task = (item: string) => ({ id: `${caseRef}.${item}`, caseRef, item, key, role, personId, except: [], context: context ?? {} });
  const done = task(`done-by-${role}`);
  await prisma.task.createMany({
    data: [
      { ...task(`asked-of-${role}`), status: 'open', askedAt: new Date() },
      { ...done, status: 'answered', answeredBy: personId, askedAt: new Date() },
    ],
  });
  return done.id;
}
