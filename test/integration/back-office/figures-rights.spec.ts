import { randomUUID } from 'node:crypto';
import { complement, extentOf } from '../../../apps/back-office/permissions/matrix.js';
import type { Role } from '../../../workflows/kit/people.js';
import { closedCallId, openCallId } from '../../../prisma/seed-calls.js';
import type { Browser } from './back-office.js';
import { runningOffice } from './running.js';

const office = runningOffice();
let manager: Browser;

beforeAll(async () => {
  manager = await office.as('Ariel Pilote');
});

it.each(['Gaël Témoin', 'Kim Cadran', 'Mahé Contrôle', 'Ariel Pilote'])(
  '%s reads the figures of every call in their perimeter',
  async (name) => {
    const { status, body } = await (await office.as(name)).get<{ callId: string }[]>('/figures');
    expect(status).toBe(200);
    expect(body.map(({ callId }) => callId)).toEqual(expect.arrayContaining([openCallId, closedCallId]));
  },
);

it.each(['Camille Exemple', 'Sacha Modèle', 'Claude Essai', 'Nour Système', 'Ange Imaginaire'])('%s does not', async (name) => {
  const browser = await office.as(name);
  for (const path of ['/figures', `/calls/${openCallId}/figures`, `/calls/${openCallId}/figures/paid`, `/calls/${openCallId}/credits`])
    expect(`${path} ${(await browser.get(path)).status}`).toBe(`${path} 403`);
});

it('lets in nobody who could not open every case behind a total', () => {
  // Another system reads totals only: the rows, which name cases, are not open to it.
  for (const role of Object.keys(complement['read figures']).filter((one) => one !== 'apiClient') as Role[])
    expect([role, extentOf('read file', role)]).toEqual([role, '✓']);
});

it('shows nothing of a call outside the perimeter that a role is held for', async () => {
  const id = randomUUID();
  const person = { name: 'Autre Périmètre', email: 'autre.perimetre@exemple.gouv.invalid', synthetic: true };
  await office.prisma.person.create({
    data: { id, ...person, grants: { create: [{ id: randomUUID(), role: 'programManager', callId: closedCallId }] } },
  });
  const browser = await office.as(person.name);
  expect((await browser.get<{ callId: string }[]>('/figures')).body.map(({ callId }) => callId)).toEqual([closedCallId]);
  for (const path of ['figures', 'figures/paid', 'figures/paid/rows.csv', 'credits'])
    expect(`${path} ${(await browser.get(`/calls/${openCallId}/${path}`)).status}`).toBe(`${path} 404`);
});

it('knows no other figure, and adds up no effects of several kinds', async () => {
  expect((await manager.get(`/calls/${openCallId}/figures/benefice`)).status).toBe(404);
  const { status, body } = await manager.get<{ fields: object }>(`/calls/${openCallId}/figures/measured?kind=other`);
  expect(status).toBe(422);
  expect(Object.keys(body.fields)).toEqual(['unit', 'months']);
});
