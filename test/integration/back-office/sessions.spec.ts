import { randomUUID } from 'node:crypto';
import { addDays } from '../../../workflows/calendar/civil-date.js';
import { addWorkingDays } from '../../../workflows/calendar/holidays.js';
import { openCallId } from '../../../prisma/seed-calls.js';
import type { Browser } from './back-office.js';
import { answer, type Problem, today, why } from './cast.js';
import { convened, heard, hearing, idsOf, stageOf, studiedCase, taskOf } from './committee.js';
import { jalonWithCast } from './running.js';

interface Session {
  opened: boolean;
  stage: string;
  members: { name: string; declared: boolean; marked: boolean; present?: boolean }[];
  agenda: {
    ref: string;
    closed: boolean;
    requestedCents?: number;
    recused: { name: string }[];
    marks?: { average?: number };
    quorum?: { sitting: number; needed: number };
    opinion?: { result: string };
  }[];
}
interface WaitingList {
  leftCents: number;
  cases: { ref: string; place: number; mayBePromoted: boolean }[];
}

const { jalon, people } = jalonWithCast();

const mark = (value: number) => ({ mark: value, favour: 'favourable' });
const sessionOf = async (who: Browser, ref: string) => (await who.get<Session>(`/sessions/${ref}`)).body;
const caseIn = (session: Session, ref: string) => session.agenda.find((one) => one.ref === ref);

describe('a session', () => {
  let kinCase: string;
  let other: string;
  let session: string;

  it('is convened over the cases that wait for the committee', async () => {
    [kinCase, other] = await Promise.all([
      studiedCase(people, { title: 'Une agence qui siège' }),
      studiedCase(people, { title: 'Un autre organisme', requestedCents: 100_000_00 }),
    ]);
    // The second applicant's case is of another body than the member's.
    await jalon.prisma.$executeRaw`UPDATE case_file SET siret = '99900003700013', body_name = 'Météo-France' WHERE ref = ${other}`;
    const { body } = await people.manager.get<{ cases: { ref: string }[]; firstDay: string }>(`/sessions/candidates?callId=${openCallId}`);
    expect(body.cases.map(({ ref }) => ref).sort()).toEqual([kinCase, other].sort());
    expect(body.firstDay).toBe(addWorkingDays(today(), 7, 'metropole'));

    const { status, body: made } = await convened(people, [kinCase, other]);
    expect(status).toBe(201);
    session = made.ref;
    expect(session).toMatch(/^COMITE-\d{4}-\d{6}$/);
    expect((await convened(people, [kinCase, other])).body.ref).toBe(session);
    expect((await convened(people, [kinCase])).body.type).toBe('urn:jalon:problem:notWaitingForCommittee');
  });

  it.each<[string, object, string]>([
    ['without seven working days or a reason', { shortNotice: undefined, metOn: addDays(today(), 2) }, 'shortNotice'],
    ['on a day that has passed', { metOn: addDays(today(), -1) }, 'invalid'],
    ['over a case that does not wait', { refs: ['FTAP-2026-999999'] }, 'notWaitingForCommittee'],
    [
      'with a person who is no member',
      { members: ['00000000-0000-4000-8000-000000000009'], chair: '00000000-0000-4000-8000-000000000009' },
      'invalid',
    ],
    ['under a chair who is not convened', { chair: '00000000-0000-4000-8000-000000000009' }, 'invalid'],
  ])('is not convened %s', async (_case, change, problem) => {
    const { body } = await convened(people, [other], change);
    expect(body.type).toBe(`urn:jalon:problem:${problem}`);
  });

  it('is convened by the program manager alone', async () => {
    expect((await people.committee.post('/sessions', {})).status).toBe(403);
    expect((await people.applicant.get(`/sessions/${session}`)).status).toBe(404);
  });

  it('opens a case to a member who has declared their interests, and never to one who stands aside', async () => {
    expect((await people.otherMember.get(`/cases/${kinCase}`)).status).toBe(404);
    const declare = async (who: Browser, interests: object) =>
      (await answer(who, session, await taskOf(who, session, 'declare-interests'), { interests, sincere: true })).status;
    expect(await declare(people.committee, { [kinCase]: 'none', [other]: 'none' })).toBe(200);
    expect(await declare(people.otherMember, { [kinCase]: 'none', [other]: 'none' })).toBe(200);
    // The case of their own body is not theirs to untick.
    expect(await declare(people.kin, { [other]: 'none', [kinCase]: 'none' })).toBe(422);
    expect(await declare(people.kin, { [other]: 'none' })).toBe(200);

    const readsWhole = async (who: Browser, ref: string) =>
      Promise.all(['', '/timeline', '/documents'].map(async (part) => (await who.get(`/cases/${ref}${part}`)).status));
    expect(await readsWhole(people.otherMember, kinCase)).toEqual([200, 200, 200]);
    expect(await readsWhole(people.kin, other)).toEqual([200, 200, 200]);
    expect(await readsWhole(people.kin, kinCase)).toEqual([404, 404, 404]);
    const piece = await jalon.prisma.document.findFirstOrThrow({ where: { caseRef: kinCase } });
    expect((await people.kin.get(`/documents/${piece.id}`)).status).toBe(404);
    expect((await people.otherMember.get(`/documents/${piece.id}`)).status).toBe(200);

    const seen = await sessionOf(people.kin, session);
    expect(caseIn(seen, kinCase)).toMatchObject({ closed: true, recused: [{ name: 'Billie Croquis' }] });
    expect(caseIn(seen, kinCase)?.requestedCents).toBeUndefined();
    expect((await people.kin.get<{ application: object }>(`/cases/${session}`)).body.application).toEqual({});
  });

  it('takes no mark from a member who stands aside, and keeps the others closed until the sitting', async () => {
    const task = await taskOf(people.kin, session, 'mark-cases');
    const refused = await answer(people.kin, session, task, { marks: { [other]: mark(12), [kinCase]: mark(20) } });
    expect([refused.status, refused.body.fields?.marks]).toEqual([
      422,
      'Vous vous êtes déporté sur ce dossier\u00a0: vous ne pouvez ni le lire ni le noter.',
    ]);
    await answer(people.kin, session, task, { marks: { [other]: mark(12) } });
    await answer(people.committee, session, await taskOf(people.committee, session, 'mark-cases'), {
      marks: { [kinCase]: mark(14), [other]: mark(16) },
    });
    const before = await sessionOf(people.committee, session);
    expect(before).toMatchObject({ opened: false });
    expect(before.agenda.every(({ marks }) => marks === undefined)).toBe(true);
    const timeline = await people.otherMember.get<{ title: string; detail?: string }[]>(`/cases/${session}/timeline`);
    expect(timeline.body.some(({ detail }) => detail?.includes('14') ?? false)).toBe(false);
  });

  it('opens all marks together, with the quorum of each case', async () => {
    const present = await idsOf(people.committee, people.kin);
    const [late] = await idsOf(people.otherMember);
    expect((await people.otherMember.get(`/cases/${other}`)).status).toBe(200);
    await answer(people.committee, session, 'open-sitting-1', { sitting: 'held', present, recusals: [{ person: late, ref: other }] });
    const opened = await sessionOf(people.otherMember, session);
    expect(opened).toMatchObject({ opened: true, stage: 'sitting' });
    expect(caseIn(opened, kinCase)).toMatchObject({ marks: { average: 14 }, quorum: { sitting: 2, needed: 1, present: 1 } });
    expect(caseIn(opened, other)).toBeDefined();
    expect(caseIn(await sessionOf(people.committee, session), other)).toMatchObject({
      marks: { average: 14 },
      quorum: { sitting: 2, needed: 1, present: 2 },
    });
    // The tie that was found at the sitting closes the case to its member at once.
    expect((await people.otherMember.get(`/cases/${other}`)).status).toBe(404);
    expect((await people.otherMember.get(`/cases/${kinCase}`)).status).toBe(200);
  });

  it('tries the cut under the envelope, and keeps nothing of it', async () => {
    const { body } = await people.committee.post<{ leftCents: number; cases: { ref: string; fits: boolean; waitingRank?: number }[] }>(
      `/sessions/${session}/what-if`,
      { envelopeCents: 150_000_00, cases: [{ ref: other }, { ref: kinCase, amountCents: 60_000_00 }] },
    );
    expect(body).toMatchObject({
      leftCents: 50_000_00,
      cases: [
        { ref: other, fits: true },
        { ref: kinCase, fits: false, waitingRank: 1 },
      ],
    });
    expect((await people.kin.post<Problem>(`/sessions/${session}/what-if`, { cases: [{ ref: kinCase }] })).body.type).toBe(
      'urn:jalon:problem:invalid',
    );
  });

  it('tells its cases by one signature, and the same signature twice is one act', async () => {
    const proposed = {
      [kinCase]: { result: 'favourable', amountCents: 110_000_00 },
      [other]: { result: 'waitingList', rank: 1, amountCents: 90_000_00 },
    };
    const given = await answer(people.committee, session, 'give-opinions-1', { results: proposed });
    expect(given.status).toBe(200);
    expect(caseIn(await sessionOf(people.kin, session), kinCase)?.opinion).toBeUndefined();
    await drafted(session);
    const kinds = async (who: Browser) => (await who.get<{ kind: string }[]>(`/cases/${session}/documents`)).body.map(({ kind }) => kind);
    expect(await kinds(people.committee)).toContain('minutes-draft');
    expect(await kinds(people.kin)).not.toContain('minutes-draft');
    const key = randomUUID();
    const [first, again] = [
      await answer(people.committee, session, 'sign-minutes-1', { verdict: 'sign', exact: true }, key),
      await answer(people.committee, session, 'sign-minutes-1', { verdict: 'sign', exact: true }, key),
    ];
    expect(first.status).toBe(200);
    expect(again.body.seq).toBe(first.body.seq);
    await Promise.all([kinCase, other].map((ref) => hearing(people.manager, ref)));
    expect(await stageOf(people.manager, kinCase)).toBe('decision');
    expect(await stageOf(people.manager, other)).toBe('committee');
    const heardOnce = await jalon.prisma.journal.count({ where: { caseRef: { in: [kinCase, other] }, type: 'happened' } });
    expect(heardOnce).toBe(2);
    expect(caseIn(await sessionOf(people.kin, session), kinCase)?.opinion).toMatchObject({ result: 'favourable' });
  });

  it('leaves its minutes as a document', async () => {
    for (;;) {
      const { body } = await people.otherMember.get<{ kind: string }[]>(`/cases/${session}/documents`);
      if (body.some(({ kind }) => kind === 'minutes')) break;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  });

  it('is the only way by which a case hears the committee', async () => {
    const { body } = await people.committee.post<Problem>(`/cases/${other}/events/committee-heard-2`, {
      data: { session, metOn: today(), result: 'favourable', amountCents: 100_000_00 },
    });
    expect(body.type).toBe('urn:jalon:problem:broughtElsewhere');
  });
});

describe('the envelope', () => {
  it('is taken by what lies before the authority, and bounds what it awards and who is promoted', async () => {
    const [first, second, third] = await Promise.all(
      ['Premier', 'Deuxième', 'Troisième'].map((title) =>
        studiedCase(people, { title: `${title} de la liste`, requestedCents: 500_000_00 }),
      ),
    );
    const list = async () => (await people.manager.get<WaitingList>(`/calls/${openCallId}/waiting-list`)).body;
    const before = await list();
    await heard(people, {
      [first!]: { result: 'favourable', amountCents: 400_000_00 },
      [second!]: { result: 'waitingList', rank: 2, amountCents: 300_000_00 },
      [third!]: { result: 'waitingList', rank: 1, amountCents: 300_000_00 },
    });
    const after = await list();
    expect(after.leftCents).toBe(before.leftCents - 400_000_00);
    const places = Object.fromEntries(after.cases.map(({ ref, place }) => [ref, place]));
    expect(places[third!]).toBeLessThan(places[second!]!);

    const promote = (ref: string, body: object = {}, key?: string) =>
      people.manager.post<Problem & { seq: number }>(`/calls/${openCallId}/waiting-list/${ref}/promote`, body, key);
    expect((await promote(second!)).body.type).toBe('urn:jalon:problem:notFirstInRank');
    const [head] = after.cases;
    const key = randomUUID();
    const done = await promote(head!.ref, {}, key);
    expect(done.status).toBe(200);
    expect((await promote(head!.ref, {}, key)).body.seq).toBe(done.body.seq);
    expect((await promote(head!.ref)).body.type).toBe('urn:jalon:problem:notWaitingListed');
    expect(await stageOf(people.manager, head!.ref)).toBe('decision');

    // Somebody else's call is used up but for 450 000 €: the authority may give this case its share and that, no more.
    const { leftCents } = await list();
    await jalon.prisma.call.update({ where: { id: openCallId }, data: { envelopeCents: { decrement: BigInt(leftCents - 50_000_00) } } });
    const decide = (amountCents: number) => answer(people.authority, first!, 'decide-1', { decision: 'award', amountCents, why });
    expect((await decide(450_000_01)).body.type).toBe('urn:jalon:problem:envelopeExceeded');
    expect((await decide(450_000_00)).status).toBe(200);
    expect((await list()).leftCents).toBe(0);
    const next = (await list()).cases[0];
    expect((await promote(next!.ref)).body.type).toBe('urn:jalon:problem:envelopeExceeded');
  });
});

/** Until the draft minutes are written: a letter is an effect, delivered after the commit. */
async function drafted(session: string) {
  while ((await jalon.prisma.document.count({ where: { caseRef: session, kind: 'minutes-draft' } })) === 0)
    await new Promise((resolve) => setTimeout(resolve, 50));
}
