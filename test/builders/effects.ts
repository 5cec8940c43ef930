import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { openFileStore } from '#activities/documents/open-file-store.js';
import type { Surroundings } from '#activities/effects/surroundings.js';
import { postman } from '#activities/notify/postman.js';
import { outbox, type Transport } from '#activities/notify/transport.js';
import { readServiceContact } from '#activities/service-contact.js';
import { PrismaClient } from '#prisma/generated/client.js';
import { until } from '#workflows/calendar/deadline.js';
import { fold } from '#workflows/kit/fold.js';
import type { CaseSummary, Entry, EntryBody } from '#workflows/kit/journal.js';
import type { EffectOrder } from '#workflows/kit/messages.js';
import type { Role } from '#workflows/kit/people.js';
import type { Procedure } from '#workflows/kit/procedure.js';
import { createTestDatabase } from '../setup/database.js';

const at = Date.UTC(2026, 2, 2, 9);

/** Just the labels that letters and mails speak of. */
const procedure = {
  id: 'ftap',
  revision: 'r1',
  label: 'Subvention FTAP',
  tasks: [{ key: 'checkCompleteness', label: 'Vérifier que la demande est complète', help: 'Regardez chaque pièce.' }],
  events: [],
  clocks: [],
  documents: [{ key: 'receipt', label: 'Accusé de réception' }],
} as unknown as Procedure;

/** The outside world of effects on a real database and a real folder, with a case in it. */
export async function effectsWorld() {
  const database = await createTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'jalon-effects-'));
  const prisma = new PrismaClient({ adapter: new PrismaPg({ connectionString: database.appUrl }) });
  const surroundings = (transport: Transport = outbox): Surroundings => ({
    prisma,
    files: openFileStore({ folder }),
    postman: postman(prisma, transport, 'exemple.gouv.invalid'),
    service: readServiceContact(undefined),
    baseUrl: 'https://jalon.exemple.gouv.invalid',
    act: () => Promise.reject(new Error('No case runs here.')),
    procedureOf: () => procedure,
  });

  async function person(
    name: string,
    ...roles: { role: Role; procedure?: string; callId?: string; groupName?: string }[]
  ): Promise<string> {
    const id = randomUUID();
    const email = `${name.toLowerCase().replace(/\W+/g, '-')}-${id.slice(0, 4)}@exemple.gouv.invalid`;
    await prisma.person.create({
      data: { id, name, email, grants: { create: roles.map((grant) => ({ id: randomUUID(), ...grant })) } },
    });
    return id;
  }

  /** A case whose journal is the opening and these entries; gives the order for its last entry. */
  async function orderFor(owner: string, ...bodies: EntryBody[]): Promise<EffectOrder> {
    const ref = `FTAP-2026-${randomUUID().slice(0, 8)}`;
    const summary: CaseSummary = { title: 'Former 400 agents', owner, bodyName: 'Institut de l’exemple', siret: '99900001100018' };
    const opened: EntryBody = { type: 'opened', ref, procedure: 'ftap', revision: 'r1', by: owner, zone: 'metropole', summary, input: {} };
    const entries = [opened, ...bodies].map((body, i): Entry => ({ seq: i + 1, at, ...body }));
    const view = fold(undefined, entries);
    await prisma.caseFile.create({
      data: {
        ref,
        procedure: 'ftap',
        revision: 'r1',
        title: summary.title,
        ownerId: owner,
        stage: 'completeness',
        status: 'open',
        openedAt: new Date(at),
        lastSeq: view.lastSeq,
        lastHash: '0'.repeat(64),
        view: JSON.parse(JSON.stringify(view)) as object,
      },
    });
    return { ref, procedure: 'ftap', revision: 'r1', summary, entry: entries.at(-1)! };
  }

  return {
    prisma,
    folder,
    surroundings,
    person,
    orderFor,
    mails: ({ ref }: EffectOrder) => prisma.mail.findMany({ where: { caseRef: ref }, orderBy: { recipient: 'asc' } }),
    effect: ({ ref, entry }: EffectOrder) => prisma.effect.findUnique({ where: { caseRef_seq: { caseRef: ref, seq: entry.seq } } }),
    async end() {
      await prisma.$disconnect();
      await database.drop();
      await rm(folder, { recursive: true });
    },
  };
}

export const checkAsked = (overrides: object = {}): EntryBody => ({
  type: 'asked',
  id: 'check-completeness-1',
  task: 'checkCompleteness',
  to: { role: 'reviewer' },
  due: until('2026-03-23'),
  onLapse: 'escalate',
  ...overrides,
});

export const receiptProduced = (overrides: object = {}): EntryBody => ({
  type: 'produced',
  id: 'receipt-1',
  document: 'receipt',
  data: { receivedOn: '2026-03-02' },
  ...overrides,
});
