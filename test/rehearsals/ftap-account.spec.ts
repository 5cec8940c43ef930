import { instantAt } from '#workflows/calendar/paris-time.js';
import type { Account } from '#workflows/ftap/account.js';
import { ftapR1 } from '#workflows/ftap/ftap.r1.js';
import { Holds } from '#workflows/ftap/holds.js';
import type { FtapInput } from '#workflows/ftap/input.js';
import { rehearse, type Player, type Rehearsal } from '#workflows/kit/rehearsal.js';
import { players } from '../builders/ftap.js';
import { all } from '../builders/ftap-rehearsal.js';
import { samples } from '../builders/inputs.js';
import { moneyPaths } from '../builders/money-paths.js';
import { randomPlayer } from '../builders/random-answers.js';

const sample = samples().find(({ procedure }) => procedure.id === 'ftap');
const live = (play: Player) =>
  rehearse(ftapR1, { name: 'account', input: sample?.inputOn('2026-02-02') as FtapInput, start: instantAt('2026-02-02', '10:17'), play });
const measured = (rehearsal: Rehearsal, indicator: string) =>
  all(rehearsal, 'measured').reduce((sum, entry) => sum + (entry.indicator === indicator ? entry.value : 0), 0);

/** What was awarded is what the beneficiary keeps, what came back, and what was given back; outside and inside tell the same. */
function balances(rehearsal: Rehearsal): void {
  const { data } = rehearsal.outcome ?? {};
  if (data === undefined) return;
  const { awardedCents, paidCents, clawedBackCents, releasedCents } = data as Account;
  expect(paidCents + releasedCents).toBe(awardedCents);
  expect(clawedBackCents).toBeLessThanOrEqual(paidCents);
  expect({
    awardedCents: measured(rehearsal, 'awarded'),
    paidCents: measured(rehearsal, 'paid'),
    clawedBackCents: measured(rehearsal, 'clawedBack'),
    releasedCents: measured(rehearsal, 'released'),
  }).toEqual(data);
}

describe('the money of a grant adds up at its end', () => {
  test.each(Object.entries(moneyPaths))('%s', async (_, plays) => balances(await live(players(plays))));

  test('whatever everybody does', async () => {
    for (let seed = 1; seed <= 60; seed++) balances(await live(randomPlayer(seed)));
  });
});

describe('holds', () => {
  const isResolved = (promise: Promise<void>) => Promise.race([promise.then(() => true), Promise.resolve(false)]);

  test('payments wait until every reason is lifted, and each is lifted once', async () => {
    const holds = new Holds();
    await holds.whenLifted;
    const placed = holds.whenPlaced;
    const [report, breach] = [holds.place(), holds.place()];
    await placed;
    const lifted = holds.whenLifted;
    report();
    report();
    expect([holds.any, await isResolved(lifted)]).toEqual([true, false]);
    breach();
    await lifted;
    expect([holds.any, await isResolved(holds.whenPlaced)]).toEqual([false, false]);
  });
});
