import { randomUUID } from 'node:crypto';
import { personId } from '../../../prisma/seed-people.js';
import type { Browser } from './back-office.js';
import { runningOffice } from './running.js';

interface Problem {
  type: string;
}
interface Move {
  id: string;
  verdict?: string;
}
interface Identity {
  id: string;
  email?: string;
  person?: { name: string };
  proposed?: Move;
}

const reason = 'Camille a rejoint Météo-France et s’y identifie désormais.';
const second = personId('Dominique Test-Martin');

const office = runningOffice();
let manager: Browser;
let administrator: Browser;
let other: Browser;
beforeAll(async () => {
  // A second administrator, who is an applicant too.
  await office.prisma.grant.create({ data: { id: randomUUID(), personId: second, role: 'administrator' } });
  [manager, administrator, other] = await Promise.all([
    office.as('Ariel Pilote'),
    office.as('Nour Système'),
    office.as('Dominique Test-Martin'),
  ]);
});

const camille = personId('Camille Exemple');
const unknown = (holder: string | null = null) =>
  office.prisma.identity.create({
    data: {
      id: randomUUID(),
      issuer: 'https://identite.exemple.gouv.fr',
      subject: randomUUID(),
      email: 'c.exemple@meteo.invalid',
      personId: holder,
    },
  });
const propose = (who: Browser, id: string, into = camille) => who.post<Move & Problem>(`/identities/${id}/moves`, { into, reason });
const decide = (who: Browser, id: string, verdict = 'accepted') =>
  who.post<Move & Problem>(`/identities/moves/${id}/decision`, { verdict });
const holder = async (id: string) => (await office.prisma.identity.findUniqueOrThrow({ where: { id } })).personId;

it('gives an identity to a person when one proposes and an administrator accepts', async () => {
  const { id } = await unknown();
  expect((await manager.get<Identity[]>('/identities?state=unknown')).body).toMatchObject([{ id, email: 'c.exemple@meteo.invalid' }]);
  const move = await propose(manager, id);
  expect(move.status).toBe(201);
  expect(await holder(id)).toBeNull();
  expect((await decide(administrator, move.body.id)).body).toMatchObject({ verdict: 'accepted', decidedBy: { name: 'Nour Système' } });
  expect(await holder(id)).toBe(camille);
  const [row] = (await administrator.get<Identity[]>(`/identities?personId=${camille}`)).body;
  expect(row).toMatchObject({ person: { name: 'Camille Exemple' } });
  expect(row).not.toHaveProperty('proposed');
  const moves = (await administrator.get<Move[]>('/identities/moves')).body;
  expect(moves[0]).toMatchObject({ reason, proposedBy: { name: 'Ariel Pilote' }, into: { name: 'Camille Exemple' } });
});

it('merges two accounts: what is signed in by the identity ends, and nothing else', async () => {
  const { id } = await unknown(personId('Alix Fictif'));
  const [byIdentity, otherwise] = [await office.as('Alix Fictif'), await office.as('Alix Fictif')];
  const { body } = await byIdentity.get<{ id: string; current: boolean }[]>('/me/sessions');
  await office.prisma.session.update({ where: { id: body.find(({ current }) => current)!.id }, data: { identityId: id } });
  await decide(administrator, (await propose(manager, id)).body.id);
  expect((await byIdentity.get('/session')).status).toBe(401);
  expect((await otherwise.get('/session')).status).toBe(200);
});

it('keeps it where it is when it is refused, and lets it be proposed again', async () => {
  const { id } = await unknown();
  const first = await propose(manager, id);
  expect((await propose(manager, id)).body.type).toBe('urn:jalon:problem:identityMoveWaiting');
  expect((await decide(administrator, first.body.id, 'refused')).body.verdict).toBe('refused');
  expect(await holder(id)).toBeNull();
  expect((await decide(administrator, first.body.id)).body.type).toBe('urn:jalon:problem:identityMoveDecided');
  expect((await propose(manager, id)).status).toBe(201);
});

describe('nobody takes an account over alone', () => {
  it('not who proposed it', async () => {
    const { id } = await unknown();
    const move = await propose(administrator, id);
    expect((await decide(administrator, move.body.id)).body.type).toBe('urn:jalon:problem:identityMoveOwn');
    expect((await decide(other, move.body.id)).status).toBe(200);
  });

  it('not who would gain or lose by it', async () => {
    const { id } = await unknown();
    expect((await propose(other, id, second)).body.type).toBe('urn:jalon:problem:identityMoveOwn');
    const gained = await propose(manager, id, second);
    expect((await decide(other, gained.body.id)).body.type).toBe('urn:jalon:problem:identityMoveOwn');
    const lost = await propose(manager, (await unknown(second)).id);
    expect((await decide(other, lost.body.id)).body.type).toBe('urn:jalon:problem:identityMoveOwn');
  });

  it('not a program manager, and not by a password alone', async () => {
    const { id } = await unknown();
    const move = await propose(administrator, id);
    expect((await decide(manager, move.body.id)).body.type).toBe('urn:jalon:problem:forbidden');
    const weak = await office.as('Dominique Test-Martin', 'eidas1');
    expect((await decide(weak, move.body.id)).body.type).toBe('urn:jalon:problem:strongSignInNeeded');
    expect(await holder(id)).toBeNull();
  });

  it.each(['Sacha Modèle', 'Mahé Contrôle', 'Camille Exemple'])('not %s', async (name) => {
    const { id } = await unknown();
    const browser = await office.as(name);
    expect((await propose(browser, id)).status).toBe(403);
    expect((await browser.get('/identities')).status).toBe(403);
  });
});

it('keeps what was decided as it was written, against the owner of the database too', async () => {
  const { id } = await unknown();
  const move = await propose(manager, id);
  await decide(administrator, move.body.id, 'refused');
  const change = (data: object) => office.prisma.identityMove.update({ where: { id: move.body.id }, data });
  await expect(change({ verdict: 'accepted' })).rejects.toThrow(/ne se modifie pas/);
  await expect(office.prisma.identityMove.delete({ where: { id: move.body.id } })).rejects.toThrow(/ne se modifie pas/);
  const waiting = await propose(manager, id);
  await expect(office.prisma.identityMove.update({ where: { id: waiting.body.id }, data: { intoPerson: second } })).rejects.toThrow(
    /ne se modifie pas/,
  );
});
