import { readdir } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { deliverActivity } from '#activities/effects/deliver.js';
import type { EffectOrder } from '#workflows/kit/messages.js';
import { checkAsked, effectsWorld, receiptProduced } from '../builders/effects.js';
import { readPdf } from '../reading/pdf.js';

type World = Awaited<ReturnType<typeof effectsWorld>>;

let world: World;
let owner: string;
let reviewers: string[];

beforeAll(async () => {
  world = await effectsWorld();
  owner = await world.person('Camille Exemple', { role: 'applicant' });
  reviewers = [
    await world.person('Dominique Test', { role: 'reviewer', procedure: 'ftap' }),
    await world.person('Claude Essai', { role: 'reviewer', groupName: 'Culture' }),
  ];
  await world.person('Alix Ailleurs', { role: 'reviewer', procedure: 'pix' });
});
afterAll(() => world.end());

const deliver = (order: EffectOrder, transport?: Parameters<World['surroundings']>[0]) =>
  deliverActivity(world.surroundings(transport)).deliver(order);
const files = async () => (await readdir(world.folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
const idsOf = async (order: EffectOrder) => {
  const mails = await world.mails(order);
  const people = await world.prisma.person.findMany({ where: { email: { in: mails.map(({ recipient }) => recipient) } } });
  return people.map(({ id }) => id).sort();
};

describe('who receives a mail', () => {
  it('is everybody with the role in the perimeter of the case', async () => {
    const order = await world.orderFor(owner, checkAsked());
    await deliver(order);
    expect(await idsOf(order)).toEqual([...reviewers].sort());
  });

  it.each([
    ['the person named', () => ({ to: { role: 'reviewer', person: reviewers[1] } }), () => [reviewers[1]]],
    ['the group, and who serves every group', () => ({ to: { role: 'reviewer', group: 'Numérique' } }), () => [reviewers[0]]],
    ['nobody who may not act', () => ({ except: [reviewers[0]] }), () => [reviewers[1]]],
    ['the owner, for the applicant', () => ({ to: { role: 'applicant' } }), () => [owner]],
  ])('is %s', async (_who, overrides, expected) => {
    const order = await world.orderFor(owner, checkAsked(overrides()));
    await deliver(order);
    expect(await idsOf(order)).toEqual(expected());
  });

  it('must be somebody: else it is an incident', async () => {
    const order = await world.orderFor(owner, checkAsked({ to: { role: 'juryMember' } }));
    await expect(deliver(order)).rejects.toThrow(/role juryMember/);
    expect(await world.effect(order)).toMatchObject({
      status: 'failing',
      attempts: 1,
      lastError: expect.stringContaining('juryMember') as string,
    });
  });
});

describe('what a mail says', () => {
  it('names the case, one action and its last day, in text and in HTML', async () => {
    const order = await world.orderFor(owner, checkAsked());
    await deliver(order);
    const [mail] = await world.mails(order);
    expect(mail?.subject).toBe(`À faire\u00A0: Vérifier que la demande est complète – dossier ${order.ref}`);
    for (const content of [mail!.text, mail!.html]) {
      expect(content).toContain('lundi 23 mars 2026');
      expect(content).toContain(`https://jalon.exemple.gouv.invalid/taches/${order.ref}.check-completeness-1`);
      expect(content).toContain('guichet@exemple.gouv.invalid');
    }
  });

  it('never lets a title write HTML or a header', async () => {
    const order = await world.orderFor(owner, checkAsked());
    await deliver({ ...order, summary: { ...order.summary, title: 'A\r\nBcc: x@y <script>' } });
    const [mail] = await world.mails(order);
    expect(mail?.html).not.toContain('<script>');
    expect(mail?.subject).not.toMatch(/[\r\n]/);
  });

  it.each(['reminded', 'overdue', 'escalated'] as const)('speaks of the item when it is %s', async (type) => {
    await world.person('Sacha Modèle', { role: 'direction' });
    const body = { type, id: 'check-completeness-1', nth: 1, level: 1, to: 'direction' } as never;
    const order = await world.orderFor(owner, checkAsked(), body);
    await deliver(order);
    const [mail] = await world.mails(order);
    expect(mail?.text).toContain('Vérifier que la demande est complète');
  });

  it('is silent about what is no longer awaited', async () => {
    const order = await world.orderFor(
      owner,
      checkAsked(),
      { type: 'answered', id: 'check-completeness-1', by: reviewers[0]!, answer: {}, receivedAt: 0 },
      { type: 'reminded', id: 'check-completeness-1', nth: 1 },
    );
    await deliver(order);
    expect(await world.mails(order)).toEqual([]);
    expect(await world.effect(order)).toMatchObject({ status: 'done' });
  });
});

describe('a letter', () => {
  it('is a document of the case, and its owner is told', async () => {
    const order = await world.orderFor(owner, receiptProduced());
    await deliver(order);
    const document = await world.prisma.document.findFirstOrThrow({ where: { caseRef: order.ref } });
    expect(document).toMatchObject({ kind: 'receipt', producedSeq: 2, mediaType: 'application/pdf' });
    const bytes = await buffer(await world.surroundings().files.get(document.storageKey));
    expect(bytes.length).toBe(document.size);
    expect(readPdf(bytes).text).toContain('reçue le 2 mars 2026');
    expect((await world.mails(order)).map(({ subject }) => subject)).toEqual([
      `Nouveau document\u00A0: Accusé de réception – dossier ${order.ref}`,
    ]);
  });

  it.each([
    ['unreadable data', { data: { receivedOn: 'demain' } }, /receivedOn/],
    ['no wording', { document: 'poem' }, /no letter for the document poem/],
  ])('with %s is an incident, not a wrong letter', async (_case, overrides, error) => {
    const order = await world.orderFor(owner, receiptProduced(overrides));
    await expect(deliver(order)).rejects.toThrow(error);
    expect(await world.prisma.document.count({ where: { caseRef: order.ref } })).toBe(0);
  });
});

describe('once for each entry', () => {
  it('a second delivery does nothing', async () => {
    const order = await world.orderFor(owner, receiptProduced());
    await deliver(order);
    const before = [await world.mails(order), (await files()).length];
    await deliver(order);
    expect([await world.mails(order), (await files()).length]).toEqual(before);
    expect(await world.effect(order)).toMatchObject({ status: 'done', attempts: 1 });
  });

  it('also after a crash between the mail and the ledger', async () => {
    const order = await world.orderFor(owner, receiptProduced());
    await deliver(order);
    const before = [await world.mails(order), (await files()).length];
    await world.prisma.effect.deleteMany({ where: { caseRef: order.ref } });
    await deliver(order);
    expect([await world.mails(order), (await files()).length]).toEqual(before);
  });

  it('also when two attempts run at the same time', async () => {
    const order = await world.orderFor(owner, receiptProduced());
    const before = (await files()).length;
    await Promise.all([deliver(order), deliver(order)]);
    expect(await world.mails(order)).toHaveLength(1);
    expect(await world.prisma.document.count({ where: { caseRef: order.ref } })).toBe(1);
    expect((await files()).length).toBe(before + 1);
  });

  it('a mail server that fails for one recipient is tried again for that one only', async () => {
    const order = await world.orderFor(owner, checkAsked());
    const sent: string[] = [];
    let broken = true;
    const transport = (_mail: unknown, { to, messageId }: { to: string; messageId: string }) => {
      if (broken && to.startsWith('claude')) return Promise.reject(new Error(`no route to ${to}`));
      sent.push(`${to} ${messageId}`);
      return Promise.resolve();
    };
    await expect(deliver(order, transport)).rejects.toThrow(/1 of 2 mails/);
    const failing = await world.effect(order);
    expect(failing).toMatchObject({ status: 'failing', attempts: 1 });
    expect(failing?.lastError).not.toContain('@');
    broken = false;
    await deliver(order, transport);
    expect(sent).toHaveLength(2);
    expect(new Set(sent).size).toBe(2);
    expect(await world.effect(order)).toMatchObject({ status: 'done', attempts: 2, lastError: null });
  });

  it('an effect that was given up stays so', async () => {
    const order = await world.orderFor(owner, checkAsked());
    await world.prisma.effect.create({ data: { caseRef: order.ref, seq: order.entry.seq, status: 'abandoned' } });
    await deliver(order);
    expect(await world.mails(order)).toEqual([]);
  });
});

describe('what another case learns', () => {
  const informs = (ref: string) =>
    world.orderFor(owner, { type: 'informed', ref, event: 'journey-told', data: { what: 'started', ref: 'RECONV-1' }, by: owner });

  it('is brought to it while it runs, and is an incident as long as it cannot be', async () => {
    const other = await world.orderFor(owner, checkAsked());
    const order = await informs(other.ref);
    await expect(deliver(order)).rejects.toThrow('No case runs here.');
    expect(await world.effect(order)).toMatchObject({ status: 'failing' });
  });

  it('is nothing once it is closed: there is nobody to hear it, and nothing to mend', async () => {
    const other = await world.orderFor(owner, checkAsked());
    await world.prisma.caseFile.update({ where: { ref: other.ref }, data: { status: 'closed' } });
    const order = await informs(other.ref);
    await deliver(order);
    expect(await world.effect(order)).toMatchObject({ status: 'done' });
  });
});
