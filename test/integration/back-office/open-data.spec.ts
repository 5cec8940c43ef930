import { scdlColumns } from '../../../apps/back-office/open-data/scdl-columns.js';
import { tableViolations } from '../../../apps/back-office/open-data/scdl-rules.js';
import { openCallId } from '../../../prisma/seed-calls.js';
import { personId } from '../../../prisma/seed-people.js';
import { grantJournal, measured } from '../../builders/grant-journals.js';
import { run } from '../../builders/ftap-rehearsal.js';
import { withUuids } from '../../builders/journals.js';
import { committed } from './committed.js';
import { runningOffice } from './running.js';

interface Figures {
  effects: object[];
  costPerAgent: object;
}
interface Report {
  published: number;
  awaited: number;
  late: number;
  grants: { ref: string; state: string; mandatory: boolean; daysLeft?: number; violations: { column: string; rule: string }[] }[];
}

const office = runningOffice({ JALON_GRANTOR_NAME: 'Service, « Campus »' });

const owner = personId('Camille Exemple');
const signature = (task: string, nth: number, answer: object) => {
  const id = `${task}-${nth}`;
  const asked = { type: 'asked' as const, id, task, to: { role: 'applicant' as const }, onLapse: 'escalate' as const };
  return [asked, { type: 'answered' as const, id, by: owner, answer, receivedAt: 0 }];
};
const signed = (on: string) => [
  ...signature('sign-convention', 1, { choice: 'sign', signedOn: '2026-03-02', documents: [] }),
  ...signature('countersign-convention', 1, { signedOn: on, documents: [] }),
];

beforeAll(async () => {
  const grants = [
    {
      ref: 'OPEN-1',
      title: '=1+1, un parcours',
      happened: [measured('awarded', 120_000_00), ...signed('2026-03-12'), measured('paid', 1)],
    },
    {
      ref: 'OPEN-2',
      happened: [measured('awarded', 90_000_00), ...signature('sign-convention', 1, { choice: 'sign', signedOn: '2026-03-02' })],
    },
    { ref: 'OPEN-3', body: { kind: 'operator' as const }, happened: [measured('awarded', 80_000_00), ...signed('2026-03-12')] },
    { ref: 'OPEN-4', body: { siret: '99900001100019' }, happened: [measured('awarded', 70_000_00), ...signed('2026-03-12')] },
    { ref: 'OPEN-5', happened: [] },
  ];
  await committed(office, ...grants.map((grant) => grantJournal({ callId: openCallId, owner, ...grant })));
});

it('publishes to everybody the signed conventions that the law names, in the schema’s columns', async () => {
  const { status, body, headers } = await office.anonymous().get<string>('/open-data/subventions.csv');
  expect(status).toBe(200);
  expect(headers['content-type']).toBe('text/csv; charset=utf-8');
  const [titles, ...lines] = body.trimEnd().split('\r\n');
  expect(titles).toBe(scdlColumns.join(','));
  expect(lines).toEqual([
    `"Service, « Campus »",99900001100018,2026-03-12,OPEN-1,Institut Exemple,99900001100018,,"'=1+1, un parcours",120000.00,aide en numéraire,échelonné,2026-01-05/2027-03-11,,non,1.00,${openCallId}`,
  ]);
  const cells = lines.map((line) =>
    [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted ?? plain ?? ''),
  );
  expect(tableViolations(titles!.split(','), cells)).toEqual([]);
});

it('tells the service what is not published and why, and how many days are left', async () => {
  const { status, body } = await (await office.as('Ariel Pilote')).get<Report>('/open-data/subventions/report');
  expect(status).toBe(200);
  expect(body.grants.map(({ ref, state, mandatory }) => [ref, state, mandatory])).toEqual([
    ['OPEN-1', 'published', true],
    ['OPEN-2', 'notSigned', true],
    ['OPEN-3', 'voluntary', false],
    ['OPEN-4', 'toCorrect', true],
  ]);
  expect(body).toMatchObject({ published: 1, awaited: 1, late: 1 });
  expect(body.grants[3]).toMatchObject({ violations: [{ column: 'idBeneficiaire', rule: 'la clé de contrôle du SIRET est fausse' }] });
  expect(body.grants[3]?.daysLeft).toBeLessThan(0);
});

it('publishes a grant that the procedure carried to its end, and counts its money and its effects', async () => {
  const { journal } = await run({}, { call: { title: 'Appel' } });
  const [opened, ...rest] = withUuids(journal);
  if (opened?.type !== 'opened') throw new Error('A journal begins with its opening.');
  const summary = { ...opened.summary, callId: openCallId };
  await committed(office, { ref: 'OPEN-6', entries: [{ ...opened, ref: 'OPEN-6', summary }, ...rest] });
  const { body } = await office.anonymous().get<string>('/open-data/subventions.csv');
  expect(body).toContain('OPEN-6,Institut Exemple,');
  const { body: figures } = await (await office.as('Ariel Pilote')).get<Figures>(`/calls/${openCallId}/figures`);
  expect(figures.effects).toMatchObject([
    { kind: 'agentsTrained', effects: 1, milestones: [{ effects: 1 }, { effects: 1 }, { effects: 1 }] },
  ]);
  expect(figures.costPerAgent).toMatchObject({ cases: 1, promisedBy: 1, spentCents: 100_000_00 });
});

it('shows the report to no applicant', async () => {
  expect((await (await office.as('Camille Exemple')).get('/open-data/subventions/report')).status).toBe(403);
});
