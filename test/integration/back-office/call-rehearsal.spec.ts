import { openCallId, successorCallId } from '../../../prisma/seed-calls.js';
import { addDays } from '../../../workflows/calendar/civil-date.js';
import { mainWay } from '../../builders/main-way.js';
import type { Browser } from './back-office.js';
import { runningOffice } from './running.js';

interface Rehearsed {
  readonly filedOn: string;
  readonly endsOn?: string;
  readonly outcome?: string;
  readonly regime: Record<string, string>;
  readonly stages: readonly { id: string; on: string; steps: { kind: string; label: string; basis?: string; within?: string }[] }[];
  readonly warnings: readonly { message: string }[];
}
const office = runningOffice();
let manager: Browser;
let applicant: Browser;

beforeAll(async () => {
  manager = await office.as('Ariel Pilote');
  applicant = await office.as('Camille Exemple');
});

const rehearse = (id: string, request: object = {}) =>
  manager.post<Rehearsed & { readonly fields?: object }>(`/calls/${id}/rehearse`, request);

it('plays the whole life of a grant under the call’s terms, and writes nothing', async () => {
  const before = await office.prisma.caseFile.count();
  const { status, body } = await rehearse(openCallId);
  expect(status).toBe(200);
  const { opensOn } = (await manager.get<{ opensOn: string }>(`/calls/${openCallId}`)).body;
  expect(body.filedOn).toBe(opensOn);
  expect(body.stages.map(({ id }) => id)).toEqual(mainWay);
  expect(body.endsOn && body.endsOn > addDays(opensOn, 4 * 365)).toBe(true);
  const figures = body.stages.flatMap(({ steps }) => steps.filter(({ kind }) => kind === 'figure').map(({ label }) => label));
  expect(figures.filter((label) => label.startsWith('Somme versée'))).toHaveLength(3);
  expect(figures.filter((label) => label.startsWith('Effet 1'))).toEqual(
    [12, 24, 36].map((month) => expect.stringContaining(`${month} mois`) as string),
  );
  expect(body.warnings.some(({ message }) => message.includes('n’y sera prêt'))).toBe(true);
  expect(await office.prisma.caseFile.count()).toBe(before);
});

it('follows the law of who applies: décret n° 2018-514 for the investment of an association', async () => {
  const { body } = await rehearse(successorCallId, { bodyKind: 'association' });
  expect(body.regime.decisionTerm).toContain('8 mois');
  expect(body.regime.silence).toContain('vaut rejet');
  const clocks = body.stages.flatMap(({ steps }) => steps.filter(({ kind }) => kind === 'clock'));
  expect(clocks.some(({ basis }) => basis?.includes('2018-514'))).toBe(true);
});

it('refuses an applicant that the call is not open to', async () => {
  expect((await rehearse(openCallId, { bodyKind: 'company' })).body.fields).toHaveProperty('bodyKind');
  expect((await applicant.post(`/calls/${openCallId}/rehearse`)).status).toBe(403);
});
