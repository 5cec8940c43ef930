import { closedCallId, openCallId, successorCallId } from '../../../prisma/seed-calls.js';
import { personId } from '../../../prisma/seed-people.js';
import { addDays } from '../../../workflows/calendar/civil-date.js';
import type { Browser } from './back-office.js';
import { today } from './cast.js';
import { runningOffice } from './running.js';

interface Call {
  readonly id: string;
  readonly fund: { id: string; slug: string };
  readonly title: string;
  readonly status: string;
  readonly opensOn: string;
  readonly closesOn: string;
  readonly envelopeCents: number;
  readonly terms: { readonly committeeDates: string[]; readonly criteria: object[]; readonly [name: string]: unknown };
  readonly version: number;
  readonly open: boolean;
  readonly acts: string[];
  readonly amendable: boolean;
}
interface Refused {
  readonly type: string;
  readonly detail: string;
  readonly fields?: Record<string, string>;
}

const office = runningOffice();
let manager: Browser;
let applicant: Browser;

beforeAll(async () => {
  manager = await office.as('Ariel Pilote');
  applicant = await office.as('Camille Exemple');
});

const read = async (id: string, who = manager) => (await who.get<Call>(`/calls/${id}`)).body;
const act = async (id: string, what: string, reason?: string) =>
  manager.post<Call & Refused>(`/calls/${id}/${what}`, { version: (await read(id)).version, reason });
const content = ({ title, opensOn, closesOn, envelopeCents, terms }: Call) => ({ title, opensOn, closesOn, envelopeCents, terms });
const change = (call: Call, changed: object) =>
  manager.put<Call & Refused>(`/calls/${call.id}`, { ...content(call), version: call.version, ...changed });
const problem = ({ status, body }: { status: number; body: Refused }) => [status, body.type.replace('urn:jalon:problem:', '')];

/** A copy of the open call that is open today. */
async function aPublishedCall(title: string): Promise<Call> {
  const { body } = await manager.post<Call>(`/calls/${openCallId}/copy`, { title, opensOn: today(), closesOn: addDays(today(), 90) });
  return (await act(body.id, 'publish')).body;
}

/** A case of the call as the read tables would hold it. */
const aCase = (callId: string, ref: string, { stage = 'instruction', status = 'open' } = {}) =>
  office.prisma.caseFile.create({
    data: {
      ref,
      callId,
      stage,
      status,
      procedure: 'ftap',
      revision: 'r1',
      title: `Projet ${ref}`,
      ownerId: personId('Camille Exemple'),
      openedAt: new Date(),
      lastSeq: 1,
      lastHash: '0'.repeat(64),
      view: {},
    },
  });

describe('the life of a call', () => {
  it('goes from draft to settled, each step a version with its author and reason', async () => {
    const { id } = await aPublishedCall('Appel d’un bout à l’autre');
    expect(await read(id, applicant)).toMatchObject({ status: 'published', open: true, acts: [], amendable: false });
    await act(id, 'exhaust', 'Enveloppe attribuée.');
    expect(await read(id)).toMatchObject({ status: 'exhausted', open: false, acts: ['reopen', 'close'] });
    await act(id, 'reopen', 'Deux porteurs ont renoncé.');
    await act(id, 'close');
    const { body: settled } = await act(id, 'settle');
    expect(settled).toMatchObject({ status: 'settled', version: 6, acts: [], amendable: false });
    const { body: versions } = await manager.get<{ status: string; reason?: string; changedBy: string }[]>(`/calls/${id}/versions`);
    expect(versions.map(({ status, reason }) => [status, reason])).toEqual([
      ['settled', undefined],
      ['closed', undefined],
      ['published', 'Deux porteurs ont renoncé.'],
      ['exhausted', 'Enveloppe attribuée.'],
      ['published', undefined],
      ['draft', undefined],
    ]);
    expect(new Set(versions.map(({ changedBy }) => changedBy))).toEqual(new Set(['Ariel Pilote']));
    const { body: seen } = await applicant.get<{ status: string; changedBy?: string }[]>(`/calls/${id}/versions`);
    expect(seen.some(({ status, changedBy }) => status === 'draft' || changedBy !== undefined)).toBe(false);
  });

  it.each([
    ['publish', openCallId, 'Cet appel est publié.'],
    ['exhaust', successorCallId, 'Cet appel est en préparation.'],
    ['reopen', closedCallId, 'Cet appel est clos.'],
    ['close', successorCallId, 'Cet appel est en préparation.'],
    ['settle', openCallId, 'Cet appel est publié.'],
  ])('refuses to %s a call that is not there yet, and says what to do', async (what, id, where) => {
    const before = await read(id);
    const refused = await act(id, what);
    expect(problem(refused)).toEqual([409, 'callStatus']);
    expect(refused.body.detail).toContain(where);
    expect(await read(id)).toEqual(before);
  });

  it('refuses who read an older version', async () => {
    const call = await aPublishedCall('Appel lu à deux');
    await act(call.id, 'exhaust');
    expect(problem(await manager.post<Refused>(`/calls/${call.id}/close`, { version: call.version }))).toEqual([409, 'callChanged']);
    expect(problem(await change(call, { reason: 'Je n’ai pas vu l’épuisement.' }))).toEqual([409, 'callChanged']);
  });

  it('is hidden from who does not manage it until it is published', async () => {
    expect((await applicant.get(`/calls/${successorCallId}`)).status).toBe(404);
    expect((await applicant.get(`/calls/${successorCallId}/versions`)).status).toBe(404);
    expect((await applicant.post(`/calls/${openCallId}/close`, { version: 1 })).status).toBe(403);
  });

  it('keeps past versions from the application itself', async () => {
    await expect(office.prisma.callVersion.deleteMany()).rejects.toThrow(/denied/);
  });
});

describe('publication', () => {
  const draft = async (changed: object) => {
    const { body } = await manager.post<Call>(`/calls/${openCallId}/copy`, {
      title: 'Appel à publier',
      opensOn: addDays(today(), -30),
      closesOn: addDays(today(), 30),
    });
    return (await change(body, changed)).body;
  };

  it('needs days to come', async () => {
    const refused = await act((await draft({ closesOn: addDays(today(), -1) })).id, 'publish');
    expect(problem(refused)).toEqual([422, 'callNotReady']);
    expect(Object.keys(refused.body.fields ?? {})).toEqual(['closesOn']);
  });

  it('needs people to read what comes', async () => {
    const { terms } = await read(openCallId);
    const { id } = await draft({ terms: { ...terms, reviewersGroup: 'Personne', expertGroups: ['Personne'] } });
    const refused = await act(id, 'publish');
    expect(Object.keys(refused.body.fields ?? {})).toEqual(['terms.reviewersGroup', 'terms.expertGroups']);
    expect((await read(id)).status).toBe('draft');
  });
});

describe('exhausted or closed', () => {
  it.each(['exhaust', 'close'])('%s: nothing is filed any more, nothing by force, and drafts stay with their owners', async (what) => {
    const { id } = await aPublishedCall(`Appel à ${what}`);
    const { body: draft } = await applicant.post<{ id: string }>('/drafts', { callId: id });
    await act(id, what);
    expect(problem(await applicant.post<Refused>(`/drafts/${draft.id}/file`))).toEqual([409, 'callNotOpen']);
    expect(problem(await applicant.post<Refused>('/drafts', { callId: id }))).toEqual([409, 'callNotOpen']);
    expect((await applicant.get(`/drafts/${draft.id}`)).status).toBe(200);
    expect(await office.prisma.caseFile.count({ where: { callId: id } })).toBe(0);
  });

  it('is settled once every case is closed or in follow-up', async () => {
    const { id } = await aPublishedCall('Appel à solder');
    await aCase(id, 'FTAP-2026-900001', { status: 'closed' });
    await aCase(id, 'FTAP-2026-900002', { stage: 'followUp' });
    await aCase(id, 'FTAP-2026-900003');
    await act(id, 'close');
    const { body: progress } = await manager.get<object>(`/calls/${id}/progress`);
    expect(progress).toMatchObject({
      filed: 3,
      closed: 1,
      followedUp: 1,
      running: [{ ref: 'FTAP-2026-900003', stageLabel: 'Instruction' }],
    });
    const refused = await act(id, 'settle');
    expect(problem(refused)).toEqual([409, 'callRunning']);
    expect(refused.body.detail).toContain('FTAP-2026-900003');
    await office.prisma.caseFile.update({ where: { ref: 'FTAP-2026-900003' }, data: { status: 'closed' } });
    expect((await act(id, 'settle')).status).toBe(200);
  });
});

describe('amending', () => {
  it('changes a draft without a reason, a published call with one', async () => {
    const call = await aPublishedCall('Appel à préciser');
    const terms = { ...call.terms, criteria: call.terms.criteria.slice(1) };
    const refused = await change(call, { terms });
    expect(refused.body.fields).toHaveProperty('reason');
    const { body: amended } = await change(call, { terms, reason: 'Le premier critère faisait double emploi.' });
    expect(amended).toMatchObject({ version: 3, status: 'published', terms: { criteria: call.terms.criteria.slice(1) } });
    const { body: versions } = await manager.get<{ version: number; terms: Call['terms'] }[]>(`/calls/${call.id}/versions`);
    expect(versions.map(({ version, terms: { criteria } }) => [version, criteria.length])).toEqual([
      [3, 4],
      [2, 5],
      [1, 5],
    ]);
  });

  it('never takes back money that is awarded, nor closes in the past', async () => {
    const call = await aPublishedCall('Appel déjà attribué');
    const { ref } = await aCase(call.id, 'FTAP-2026-900011');
    const measure = { caseRef: ref, unit: 'centimes', at: new Date(), evidence: [] };
    await office.prisma.measure.createMany({
      data: [
        { ...measure, seq: 1, indicator: 'awarded', value: 900_000_00 },
        { ...measure, seq: 2, indicator: 'released', value: 100_000_00 },
      ],
    });
    const amend = (changed: object) => change(call, { reason: 'Gel de crédits.', ...changed });
    expect((await amend({ envelopeCents: 799_999_99 })).body.fields).toHaveProperty('envelopeCents');
    expect((await amend({ closesOn: addDays(today(), -1) })).body.fields).toHaveProperty('closesOn');
    expect((await amend({ envelopeCents: 800_000_00 })).status).toBe(200);
    expect((await manager.get(`/calls/${call.id}/progress`)).body).toMatchObject({ usedCents: 800_000_00, remainingCents: 0 });
  });

  it('leaves a closed call as it was', async () => {
    expect(problem(await change(await read(closedCallId), { reason: 'Trop tard.' }))).toEqual([409, 'callFrozen']);
  });

  it('checks terms again, whatever the browser let through', async () => {
    const call = await read(successorCallId);
    const [advance, ...others] = call.terms.instalments as { share: number }[];
    const instalments = [{ ...advance, share: 0.4 }, { ...others[0], share: 0.4 }, others[1]];
    const refused = await change(call, { terms: { ...call.terms, instalments, rate: 40 } });
    expect(refused.status).toBe(422);
    expect(refused.body.fields).toEqual({
      'terms.rate': 'Le pourcentage ne peut pas dépasser 100\u202f%.',
      'terms.instalments': expect.stringContaining('décret n° 2018-514, article 12') as string,
    });
    expect(await read(successorCallId)).toEqual(call);
  });
});

describe('next year', () => {
  it('copies last year’s call, its sessions as far from the opening as they were', async () => {
    const last = await read(closedCallId);
    const opensOn = addDays(last.opensOn, 364);
    const { status, body } = await manager.post<Call>(`/calls/${closedCallId}/copy`, {
      title: 'Guichet Campus, année suivante',
      opensOn,
      closesOn: addDays(opensOn, 120),
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({ status: 'draft', version: 1, fund: last.fund, envelopeCents: last.envelopeCents });
    expect(body.terms).toEqual({
      ...last.terms,
      title: body.title,
      committeeDates: last.terms.committeeDates.map((day) => addDays(day, 364)),
    });
  });

  it('creates a successor fund, and a call in it', async () => {
    const { status, body: fund } = await manager.post<{ id: string; slug: string }>('/funds', {
      name: 'Fonds de la donnée publique',
      slug: 'donnee-publique',
    });
    expect([status, fund.slug]).toEqual([201, 'donnee-publique']);
    const again = await manager.post<Refused>('/funds', { name: 'Un autre fonds', slug: 'donnee-publique' });
    expect(again.body.fields).toHaveProperty('slug');
    const model = content(await read(openCallId));
    const { body: call } = await manager.post<Call>('/calls', { ...model, fundId: fund.id });
    expect(call).toMatchObject({ fund, status: 'draft', version: 1, amendable: true, acts: ['publish'] });
    expect((await manager.get<{ reviewers: string[] }>('/calls/groups')).body.reviewers).toEqual(['Guichet FTAP']);
  });
});
