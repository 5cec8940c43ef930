import { addDays } from '#workflows/calendar/civil-date.js';
import { civilDateAt } from '#workflows/calendar/paris-time.js';
import type { Opinion } from '#workflows/ftap-committee/tasks/give-opinions.js';
import type { PrismaClient } from './generated/client.js';
import { closedCallId, openCallId } from './seed-calls.js';
import { type Played, playUntil, viewOf } from './seed-course.js';
import { fileApplication } from './seed-filing.js';
import { type Life, lives } from './seed-life-table.js';
import { answer, each, fastForward, intervene, reach } from './seed-play.js';
import { fakeSiret } from './seed-id.js';
import { personId } from './seed-people.js';
import { applicationOf } from './seed-projects.js';
import { holdSession } from './seed-session.js';

interface Lived extends Played {
  readonly life: Life;
}

/** Plays each life from its filing to where it is shown, and those that were interrupted from where they are. */
export async function seedLives(prisma: PrismaClient): Promise<void> {
  const lived: Lived[] = [];
  await each(lives, async (life) => {
    const one = { life, ref: await filed(prisma, life), owner: life.owner, course: life.course };
    await playUntil(prisma, one, ({ stage }) => !beforeCommittee.has(stage));
    lived.push(one);
  });
  for (const callId of [closedCallId, openCallId])
    await hear(
      prisma,
      lived.filter(({ life }) => life.callId === callId),
    );
  await each(lived, (one) => finish(prisma, one));
}

/** Reference of the case; one that was filed before is not filed again. */
async function filed(prisma: PrismaClient, life: Life): Promise<string> {
  const known = await prisma.caseFile.findFirst({ where: { title: life.title, callId: life.callId }, select: { ref: true } });
  const startsOn = addDays(civilDateAt(Date.now()), 75);
  return known?.ref ?? fileApplication(life.owner, life.callId, applicationOf(life, startsOn));
}

const beforeCommittee: ReadonlySet<string> = new Set(['filed', 'completeness', 'awaitingPieces', 'instruction']);

/** One sitting for all the cases of a call that wait for it, on the call's next day. */
async function hear(prisma: PrismaClient, cases: readonly Lived[]): Promise<void> {
  const waiting: { one: Lived; lastDay: string }[] = [];
  for (const one of cases) {
    const wait = (await viewOf(prisma, one.ref)).waits.find(({ key }) => key === 'committee-heard');
    if (wait?.due) waiting.push({ one, lastDay: wait.due.lastDay });
  }
  const [call] = waiting.map(({ one }) => one.life.callId);
  const metOn = waiting
    .map(({ lastDay }) => lastDay)
    .sort()
    .at(-1);
  if (call === undefined || metOn === undefined) return;
  await each(waiting, ({ one }) => reach(one.ref, metOn));
  const opinions = Object.fromEntries(waiting.map(({ one: { ref, life } }) => [ref, opinionOn(life)]));
  await holdSession({ callId: call, metOn, opinions });
}

const opinionOn = ({ thousands, unfavourable }: Life): Opinion =>
  unfavourable === undefined ? { result: 'favourable', amountCents: thousands * 1_000_00 } : { result: 'unfavourable', why: unfavourable };

async function finish(prisma: PrismaClient, one: Lived): Promise<void> {
  const { ref, life } = one;
  const justPlayed = await playUntil(prisma, one, life.until);
  if (justPlayed && life.daysLater !== undefined) await fastForward(ref, { days: life.daysLater });
  if (life.transferred) await transfer(prisma, ref);
}

/** After a merger another body takes the grant over; a second manager agrees. */
async function transfer(prisma: PrismaClient, ref: string): Promise<void> {
  if ((await viewOf(prisma, ref)).summary.siret === successor.siret) return;
  await intervene('Ariel Pilote', ref, { kind: 'transfer', ...successor, reason: 'Fusion des deux organismes.' });
  await answer('Sam Relais', ref, 'decide-intervention', { verdict: 'approve' });
}

const successor = {
  owner: personId('Dominique Test-Martin'),
  bodyName: 'Institut fictif des territoires et du climat',
  siret: fakeSiret(31),
};
