import { randomUUID } from 'node:crypto';
import type { Transport } from '#activities/notify/transport.js';
import { remindDraftsActivity } from '#activities/reminders/remind-drafts.js';
import { effectsWorld } from '../builders/effects.js';

describe('reminders of a call’s closing date', () => {
  let world: Awaited<ReturnType<typeof effectsWorld>>;
  let fundId: string;
  let owner: string;
  let co: string;
  beforeAll(async () => {
    world = await effectsWorld();
    fundId = randomUUID();
    await world.prisma.fund.create({ data: { id: fundId, name: 'Fonds d’essai', slug: 'essai' } });
    owner = await world.person('Camille Exemple', { role: 'applicant' });
    co = await world.person('Alix Fictif', { role: 'applicant' });
  });
  afterAll(() => world.end());

  const remind = (today: string, transport?: Transport) => remindDraftsActivity(world.surroundings(transport)).remindDrafts(today);
  const mails = (draftId: string) =>
    world.prisma.mail.findMany({
      where: { topic: { startsWith: `draft/${draftId}/` } },
      orderBy: [{ topic: 'asc' }, { recipient: 'asc' }],
    });
  /** Which reminders each mail is of. */
  const sent = async (draftId: string) => (await mails(draftId)).map(({ topic }) => Number(topic?.split('/').at(-1)));

  /** A draft of a call that closes on Friday 29 May 2026. */
  async function draft({ status = 'published', caseRef = null, begunOn = '2026-03-01' }: Partial<Record<string, string | null>> = {}) {
    const [id, callId] = [randomUUID(), randomUUID()];
    await world.prisma.call.create({
      data: {
        id: callId,
        fundId,
        procedure: 'ftap',
        title: 'Appel de printemps',
        status: status ?? '',
        opensOn: new Date('2026-01-05'),
        closesOn: new Date('2026-05-29'),
        envelopeCents: 1n,
        terms: { zone: 'metropole' },
      },
    });
    await world.prisma.draft.create({
      data: {
        id,
        procedure: 'ftap',
        callId,
        ownerId: owner,
        content: { project: { title: 'Former 400 agents' } },
        caseRef,
        createdAt: new Date(`${begunOn}T10:00:00Z`),
        participations: { create: { personId: co, right: 'reader', givenBy: owner } },
      },
    });
    return id;
  }

  it('go to the owner and the co-applicants, once each, however often the mornings are done again', async () => {
    const id = await draft();
    for (const today of [
      '2026-05-12',
      '2026-05-13',
      '2026-05-13',
      '2026-05-15',
      '2026-05-26',
      '2026-05-26',
      '2026-05-28',
      '2026-05-29',
      '2026-06-01',
    ])
      await remind(today);
    expect(await sent(id)).toEqual([1, 1, 10, 10, 3, 3]);
    const [first] = await mails(id);
    expect(first?.subject).toBe('Clôture le 29 mai 2026\u00A0: votre demande n’est pas déposée – brouillon');
    expect(first?.text).toContain('Former 400 agents');
    expect(first?.text).toContain('À faire au plus tard le vendredi 29 mai 2026');
    expect(first?.html).toContain(`https://jalon.exemple.gouv.invalid/brouillons/${id}`);
    expect(first?.sentAt).not.toBeNull();
  });

  it('are made up for after mornings on which nothing ran', async () => {
    const id = await draft();
    await remind('2026-05-20');
    await remind('2026-05-28');
    expect(await sent(id)).toEqual([1, 1, 10, 10]);
  });

  it.each([
    ['is filed', { caseRef: 'FTAP-2026-000777' }],
    ['answers a call that was closed early', { status: 'closed' }],
    ['was begun after that day', { begunOn: '2026-05-14' }],
  ])('are not for a draft that %s', async (_which, change) => {
    const id = await draft(change);
    await remind('2026-05-13');
    await remind('2026-05-15');
    expect(await sent(id)).toEqual([]);
  });

  it('stop once the draft is filed', async () => {
    const id = await draft();
    await remind('2026-05-13');
    await world.prisma.draft.update({ where: { id }, data: { caseRef: 'FTAP-2026-000778' } });
    await remind('2026-05-26');
    expect(await sent(id)).toEqual([10, 10]);
  });

  it('that fail for one person are tried again for that person alone', async () => {
    const id = await draft();
    const { email } = await world.prisma.person.findUniqueOrThrow({ where: { id: co } });
    const delivered: string[] = [];
    const transport =
      (down: boolean): Transport =>
      (mail, { to }) => {
        if (down && to === email) return Promise.reject(new Error('mail server down'));
        if (mail.text.includes(id)) delivered.push(to);
        return Promise.resolve();
      };
    await expect(remind('2026-05-13', transport(true))).rejects.toThrow(/could not be sent/);
    await remind('2026-05-13', transport(false));
    expect(new Set(delivered).size).toBe(2);
    expect(delivered).toHaveLength(2);
  });
});
