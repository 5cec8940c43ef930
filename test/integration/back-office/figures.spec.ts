import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { openCallId } from '../../../prisma/seed-calls.js';
import { personId } from '../../../prisma/seed-people.js';
import { closedAs, grantJournal, measured } from '../../builders/grant-journals.js';
import type { Browser } from './back-office.js';
import { committed } from './committed.js';
import { runningOffice } from './running.js';

interface Figures {
  callId: string;
  envelopeCents: number;
  cases: number;
  money: { key: string; cents: number; count: number }[];
  stages: { key: string; label: string; count: number }[];
  outcomes: { key: string; label: string; count: number }[];
  costPerAgent: { cents?: number; spentCents: number; agents: number; cases: number; promisedBy: number };
  effects: {
    kind: string;
    unit: string;
    how: string;
    promised: number;
    effects: number;
    milestones: { months: number; measured?: number; promisedOfMeasured?: number; effects: number; share: number }[];
  }[];
}
interface Rows {
  total: number;
  count: number;
  startCents?: number;
  items: { ref: string; seq: number; value: number; about?: string; evidence: { id: string; filename: string }[] }[];
  nextCursor?: string;
}

const office = runningOffice();
let manager: Browser;
const owner = personId('Camille Exemple');

const commitGrant = (parts: Omit<Parameters<typeof grantJournal>[0], 'owner'>) => committed(office, grantJournal({ owner, ...parts }));

beforeAll(async () => {
  manager = await office.as('Ariel Pilote');
});

/** A call of its own for each test. */
async function aNewCall(change: object = {}): Promise<string> {
  const id = randomUUID();
  const { terms, ...call } = await office.prisma.call.findUniqueOrThrow({ where: { id: openCallId } });
  await office.prisma.call.create({ data: { ...call, id, envelopeCents: 1_000_000_00n, terms: { ...(terms as object), ...change } } });
  return id;
}

const figuresOf = async (callId: string, who = manager) => (await who.get<Figures>(`/calls/${callId}/figures`)).body;
const moneyOf = ({ money }: Figures) => Object.fromEntries(money.map(({ key, cents }) => [key, cents]));

async function allRows(callId: string, figure: string, query = ''): Promise<Rows & { pages: number }> {
  const items: Rows['items'] = [];
  let cursor: string | undefined;
  for (let pages = 1; ; pages++) {
    const { status, body } = await manager.get<Rows>(
      `/calls/${callId}/figures/${figure}?limit=2${query}${cursor === undefined ? '' : `&cursor=${cursor}`}`,
    );
    expect(status).toBe(200);
    items.push(...body.items);
    cursor = body.nextCursor;
    if (cursor === undefined) return { ...body, items, pages };
  }
}

const sumOf = (rows: Rows) => rows.items.reduce((sum, { value }) => sum + value, rows.startCents ?? 0);

it('counts a call’s money as its cases’ journals say it', async () => {
  const callId = await aNewCall();
  await commitGrant({
    callId,
    ref: 'FIG-1',
    happened: [
      measured('proposed', 90_000_00),
      measured('proposed', 80_000_00),
      measured('awarded', 80_000_00),
      measured('committed', 80_000_00),
      measured('paid', 24_000_00),
      measured('paid', 40_000_01),
      measured('clawedBack', 10_000_00),
      measured('released', 5_000_00),
      { type: 'entered', stage: 'execution' },
    ],
  });
  await commitGrant({ callId, ref: 'FIG-2', happened: [closedAs('refused')] });
  // A session of the call's committee is none of its cases.
  await commitGrant({ callId, ref: 'FIG-SESSION', happened: [] });
  await office.prisma.caseFile.update({ where: { ref: 'FIG-SESSION' }, data: { procedure: 'ftap-committee' } });
  const figures = await figuresOf(callId);
  expect(moneyOf(figures)).toEqual({
    requested: 200_000_00,
    proposed: 80_000_00,
    awarded: 80_000_00,
    committed: 80_000_00,
    paid: 64_000_01,
    clawedBack: 10_000_00,
    released: 5_000_00,
    left: 1_000_000_00 - 80_000_00 + 5_000_00,
  });
  expect(figures.cases).toBe(2);
  expect(figures.stages).toEqual([{ key: 'execution', label: 'Réalisation et versements', count: 1 }]);
  expect(figures.outcomes).toEqual([{ key: 'refused', label: 'Refusé', count: 1 }]);
  expect((await allRows(callId, 'cases', '&stage=execution')).items.map(({ ref }) => ref)).toEqual(['FIG-1']);
  expect((await allRows(callId, 'cases', '&outcome=refused')).items.map(({ ref }) => ref)).toEqual(['FIG-2']);
});

const cents = fc.integer({ min: 1, max: 1_500_000_00 });
const indicators = ['proposed', 'awarded', 'committed', 'paid', 'clawedBack', 'released', 'effect/1/m12', 'effect/1/m24', 'effect/2/m12'];
const aCase = fc.record({
  requestedCents: cents,
  promised: fc.array(
    fc.double({ min: 0, max: 1e6, noNaN: true }).map((one) => Math.round(one * 100) / 100),
    { maxLength: 2 },
  ),
  facts: fc.array(fc.tuple(fc.constantFrom(...indicators), cents), { maxLength: 12 }),
});

it('adds up, for every total, exactly the rows that its page lists, page after page', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(aCase, { minLength: 1, maxLength: 4 }), async (cases) => {
      const callId = await aNewCall();
      for (const { requestedCents, promised, facts } of cases)
        await commitGrant({
          callId,
          ref: `PROP-${randomUUID()}`,
          requestedCents,
          effects: [{}, { kind: 'timeSaved', unit: 'heures' }],
          happened: [
            ...promised.map((value, index) => measured(`effect/${index + 1}/promised`, value)),
            ...promised.map((value, index) => measured(`effect/${index + 1}/baseline`, Math.round(value / 3))),
            ...facts.map(([indicator, value]) => measured(indicator, value)),
          ],
        });
      const figures = await figuresOf(callId);
      for (const { key, cents: total, count } of figures.money) {
        const rows = await allRows(callId, key);
        expect([key, rows.total, rows.count, rows.items.length, sumOf(rows)]).toEqual([key, total, count, count, total]);
      }
      const { spentCents, agents } = figures.costPerAgent;
      expect(sumOf(await allRows(callId, 'trainingCost'))).toBe(spentCents);
      expect(sumOf(await allRows(callId, 'agentsTrained'))).toBeCloseTo(agents, 6);
      for (const { kind, unit, promised, milestones } of figures.effects) {
        const which = `&kind=${kind}&unit=${unit}`;
        expect(sumOf(await allRows(callId, 'promised', which))).toBeCloseTo(promised, 6);
        for (const { months, measured: was = 0 } of milestones)
          expect(sumOf(await allRows(callId, 'measured', `${which}&months=${months}`))).toBeCloseTo(was, 6);
      }
    }),
    { numRuns: 15 },
  );
}, 120_000);

it('counts the cost of an agent trained over the cases whose agents were counted, and says how many', async () => {
  const callId = await aNewCall();
  const promise = (target: number, baseline = 0) => [measured('effect/1/promised', target), measured('effect/1/baseline', baseline)];
  await commitGrant({
    callId,
    ref: 'COST-1',
    happened: [
      ...promise(500, 50),
      measured('paid', 60_000_00),
      measured('clawedBack', 10_000_00),
      measured('effect/1/m12', 150),
      measured('effect/1/m24', 240),
      measured('effect/1/m24', 250),
    ],
  });
  await commitGrant({ callId, ref: 'COST-2', happened: [...promise(100), measured('paid', 99_000_00)] });
  await commitGrant({
    callId,
    ref: 'COST-3',
    effects: [{ kind: 'satisfaction', unit: '%' }],
    happened: [measured('effect/1/promised', 90), measured('effect/1/baseline', 70), measured('effect/1/m12', 80)],
  });
  const { costPerAgent, effects } = await figuresOf(callId);
  expect(costPerAgent).toMatchObject({ cents: 250_00, spentCents: 50_000_00, agents: 200, cases: 1, promisedBy: 2 });
  expect(effects).toMatchObject([
    {
      kind: 'agentsTrained',
      how: 'sum',
      promised: 550,
      effects: 2,
      milestones: [
        { months: 12, measured: 100, promisedOfMeasured: 450, effects: 1, share: 0.5 },
        { months: 24, measured: 200, promisedOfMeasured: 450, effects: 1, share: 0.5 },
        { months: 36, effects: 0, share: 0 },
      ],
    },
    { kind: 'satisfaction', unit: '%', how: 'mean', promised: 20, milestones: [{ months: 12, measured: 10 }, {}, {}] },
  ]);
});

it('keeps the forecast that was made first, whatever is promised later', async () => {
  const callId = await aNewCall();
  const happened = [measured('effect/1/promised', 500), measured('effect/1/m12', 90), measured('effect/1/promised', 80)];
  await commitGrant({ callId, ref: 'FORECAST', happened });
  const { effects } = await figuresOf(callId);
  expect(effects[0]).toMatchObject({ promised: 500, milestones: [{ measured: 90, promisedOfMeasured: 500 }, {}, {}] });
});

it('opens each row to its entry and to the files of its own case only', async () => {
  const callId = await aNewCall();
  const file = async (caseRef: string, filename: string, kind = 'attachment') => {
    const id = randomUUID();
    const plain = { mediaType: 'application/pdf', size: 10, sha256: 'a'.repeat(64), storageKey: id };
    await office.prisma.document.create({ data: { id, caseRef, kind, filename, ...plain } });
    return id;
  };
  const [invoice, stranger] = [await file('DOC-1', 'facture.pdf'), await file('DOC-2', 'autre.pdf')];
  await file('DOC-1', 'decision.pdf', 'decision-award');
  const evidence = [invoice, stranger, 'not-an-id'];
  await commitGrant({ callId, ref: 'DOC-1', happened: [measured('awarded', 10_00), measured('paid', 5_00, { evidence })] });
  await commitGrant({ callId, ref: 'DOC-2', happened: [measured('paid', 7_00, { on: '2026-02-01' })] });
  const { items } = await allRows(callId, 'paid');
  expect(items).toMatchObject([
    { ref: 'DOC-2', seq: 3, value: 7_00, evidence: [] },
    { ref: 'DOC-1', seq: 4, value: 5_00, evidence: [{ id: invoice, filename: 'facture.pdf' }] },
  ]);
  expect((await allRows(callId, 'awarded')).items[0]?.evidence).toMatchObject([{ filename: 'decision.pdf' }]);
});

it('gives the rows as a table that a spreadsheet opens and does not run', async () => {
  const callId = await aNewCall();
  const title = '=HYPERLINK("http://exemple.invalid";"Cliquez")';
  await commitGrant({ callId, ref: 'CSV-1', title, happened: [measured('paid', 1_234_50, { on: '2026-03-30' })] });
  const { status, body, headers } = await manager.get<string>(`/calls/${callId}/figures/paid/rows.csv`);
  expect(status).toBe(200);
  expect(headers['content-type']).toBe('text/csv; charset=utf-8');
  expect(body.startsWith('\ufeffRéférence;Projet;')).toBe(true);
  expect(body).toContain(
    `CSV-1;"'=HYPERLINK(""http://exemple.invalid"";""Cliquez"")";Institut Exemple;3;2026-03-30 11:00:00;;;1234,50;euros;`,
  );
});

it('lists a year’s credits by month, and what open cases expect before they close', async () => {
  const year = new Date().getFullYear();
  const callId = await aNewCall({ yearEnd: { lastCommitment: '12-30', lastPayment: '12-31' } });
  const asked = (task: string, amountCents: number, lastDay?: string) => ({
    type: 'asked' as const,
    id: `${task}-1`,
    task,
    to: { role: 'authority' as const },
    onLapse: 'escalate' as const,
    context: { amountCents },
    ...(lastDay !== undefined && { due: { lastDay, firesAt: Date.now() + 1e10 } as never }),
  });
  await commitGrant({
    callId,
    ref: 'CREDIT-1',
    happened: [
      measured('committed', 80_00, { on: `${year}-02-01` }),
      measured('paid', 24_00, { on: `${year}-03-31` }),
      asked('order-payment', 40_00, `${year}-12-31`),
    ],
  });
  await commitGrant({
    callId,
    ref: 'CREDIT-2',
    happened: [measured('paid', 7_00, { on: `${year - 1}-12-31` }), asked('record-commitment', 50_00, `${year}-12-31`)],
  });
  const { status, body } = await manager.get<Record<string, unknown> & { months: object[]; expected: object[] }>(
    `/calls/${callId}/credits`,
  );
  expect(status).toBe(200);
  expect(body).toMatchObject({
    year,
    lastCommitmentDay: `${year}-12-30`,
    committedCents: 80_00,
    paidCents: 24_00,
    expectedCommittedCents: 0,
    expectedPaidCents: 40_00,
  });
  expect(body.months).toHaveLength(12);
  expect(body.months[2]).toMatchObject({ month: `${year}-03`, paidCents: 24_00 });
  expect(body.months[11]).toMatchObject({ expectedPaidCents: 40_00, expectedCommittedCents: 0 });
  expect(body.expected).toMatchObject([
    { ref: 'CREDIT-1', label: 'Ordonner le paiement', inTime: true },
    { ref: 'CREDIT-2', label: 'Engager les crédits', inTime: false },
  ]);
  const paidInMarch = await allRows(callId, 'paid', `&month=${year}-03`);
  expect(paidInMarch.total).toBe(24_00);
  const before = await manager.get<{ paidCents: number; expected: object[] }>(`/calls/${callId}/credits?year=${year - 1}`);
  expect(before.body).toMatchObject({ paidCents: 7_00, expected: [] });
});
