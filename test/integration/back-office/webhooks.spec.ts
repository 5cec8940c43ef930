import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import pg from 'pg';
import { pino } from 'pino';
import { Webhook } from 'standardwebhooks';
import { postman } from '../../../activities/notify/postman.js';
import { sendWaitingMails } from '../../../activities/notify/waiting-mails.js';
import type { Envelope } from '../../../activities/notify/transport.js';
import { readServiceContact } from '../../../activities/service-contact.js';
import { addressNews } from '../../../activities/webhooks/address-news.js';
import { type Carrier, carryMessages } from '../../../activities/webhooks/carry-messages.js';
import { webhookEvents } from '../../../activities/webhooks/event-types.js';
import { rewrapSecrets } from '../../../activities/webhooks/rewrap-secrets.js';
import { Database } from '../../../apps/worker/database.js';
import { readEnvironment } from '../../../apps/worker/environment.js';
import { WebhookCarrier } from '../../../apps/worker/webhook-carrier.js';
import { newKey } from '../../builders/proof-packs.js';
import { testCodecKeys, testKeys } from '../../builders/codec-keys.js';
import { type BuiltJournal, journals, underNewRef } from '../../builders/journals.js';
import { today, type Problem } from './cast.js';
import type { Browser } from './back-office.js';
import { committed } from './committed.js';
import { Receiver } from './receiver.js';
import { runningOffice } from './running.js';
import { type AccountBody, openAccount } from './service-clients.js';

interface Signing {
  webhookId: string;
  secret: string;
}
interface Delivery {
  id: string;
  reference: string;
  sequence: number;
  status: string;
  attempts: number;
  answer?: number;
  error?: string;
}

const office = runningOffice({ JALON_WEBHOOK_PRIVATE: '1' });
let admin: Browser;
let receiver: Receiver;
let grant: BuiltJournal;
let journey: BuiltJournal;
let carrier: Carrier;

beforeAll(async () => {
  admin = await office.as('Nour Système');
  receiver = await Receiver.start();
  const built = await journals([1]);
  const of = (procedure: string) =>
    built.find(({ entries: [first] }) => first?.type === 'opened' && first.procedure === procedure) ?? built[0]!;
  [grant, journey] = [of('ftap'), of('reconversion-3m')];
  carrier = {
    prisma: office.prisma,
    keys: testKeys,
    isPrivateAllowed: true,
    patienceMs: 500,
    baseUrl: 'https://jalon.exemple.gouv.fr',
    service: readServiceContact(undefined),
  };
});

afterAll(() => receiver.stop());

afterEach(async () => {
  receiver.reply = () => 204;
  receiver.take();
  await office.prisma.webhook.updateMany({ where: { removedAt: null }, data: { removedAt: new Date() } });
});

const subscribe = async (given: object = {}) => {
  const account = await openAccount(office, { scopes: ['cases:events'], ...given });
  const { body } = await admin.post<Signing>(`/service-accounts/${account.id}/webhooks`, { url: receiver.url, events: webhookEvents });
  return { ...body, account: account.id };
};

/** Another case, which begins now, up to its `length`th entry. */
async function happens(journal: BuiltJournal = grant, length = journal.entries.length): Promise<string> {
  const { ref, entries } = underNewRef(journal, `FTAP-2026-${String(Math.floor(Math.random() * 1e6)).padStart(6, '0')}`);
  const shift = Date.now() + 1_000 - entries[0]!.at;
  await committed(office, { ref, entries: entries.slice(0, length).map((entry) => ({ ...entry, at: entry.at + shift })) });
  while ((await addressNews(office.prisma)) > 0);
  return ref;
}

const carryAll = async () => {
  while ((await carryMessages(carrier)) > 0);
};
/** As if the pause before the next try were over. */
const pauseIsOver = () => office.prisma.webhookDelivery.updateMany({ where: { status: 'pending' }, data: { nextAt: new Date(0) } });
const deliveries = async (id: string, query = '?limit=100') =>
  (await admin.get<{ items: Delivery[] }>(`/webhooks/${id}/deliveries${query}`)).body.items;
const sequences = (received: readonly { body: string }[]) =>
  received.map(({ body }) => (JSON.parse(body) as { data: { sequence: number } }).data.sequence);

describe('a message', () => {
  it('says what happened to which case, signed, and nothing of what the case says', async () => {
    const { secret } = await subscribe();
    const ref = await happens();
    await carryAll();
    const received = receiver.take();
    expect(received.length).toBeGreaterThan(3);
    const { entries } = grant;
    const [first] = received;
    const opened = entries[0];
    if (opened?.type !== 'opened') throw new Error('A journal begins with its opening.');
    expect(JSON.parse(first!.body)).toEqual({
      type: 'case.opened',
      timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      data: { reference: ref, sequence: 1, procedure: 'ftap', link: `https://jalon.exemple.gouv.fr/dossiers/${ref}` },
    });
    for (const { headers, body } of received) {
      // A client that others wrote.
      expect(new Webhook(secret).verify(body, headers as Record<string, string>)).toEqual(JSON.parse(body));
      expect(body).not.toContain(opened.summary.title);
      expect(body).not.toContain(opened.summary.owner);
      expect(() => new Webhook(secret).verify(body.replace('ftap', 'fraude'), headers as Record<string, string>)).toThrow();
    }
    expect(new Set(received.map(({ headers }) => headers['webhook-id'])).size).toBe(received.length);
    expect(sequences(received)).toEqual([...sequences(received)].sort((a, b) => a - b));
  });

  it('goes to who wants it, for the cases of their perimeter', async () => {
    const all = await subscribe();
    const { body } = await admin.post<Signing>(`/service-accounts/${all.account}/webhooks`, { url: receiver.url, events: ['case.closed'] });
    const ref = await happens();
    await happens(journey);
    await carryAll();
    const closing = grant.entries.at(-1)!;
    expect((await deliveries(body.webhookId)).map(({ reference, sequence }) => [reference, sequence])).toEqual(
      closing.type === 'closed' ? [[ref, closing.seq]] : [],
    );
    expect(new Set((await deliveries(all.webhookId)).map(({ reference }) => reference))).toEqual(new Set([ref]));
  });

  it('is written down only while somebody wants to be told, and never of a past that is recorded late', async () => {
    await committed(office, underNewRef(grant));
    expect(await office.prisma.webhookNews.count()).toBe(0);
    const { webhookId } = await subscribe();
    await committed(office, underNewRef(grant));
    while ((await addressNews(office.prisma)) > 0);
    expect(await deliveries(webhookId)).toEqual([]);
  });

  it('leaves once, whoever carries', async () => {
    await subscribe();
    await happens();
    const carryWhile = async () => {
      while ((await carryMessages(carrier)) > 0);
    };
    await Promise.all([carryWhile(), carryWhile(), carryWhile()]);
    await carryAll();
    const ids = receiver.take().map(({ headers }) => headers['webhook-id']);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('that a worker took and did not carry is taken over later, under its id', async () => {
    const { webhookId } = await subscribe();
    await happens(grant, 1);
    // Another worker took it, and was cut off.
    await office.prisma.webhookDelivery.updateMany({ where: { webhookId }, data: { attempts: 1, nextAt: new Date(Date.now() + 60_000) } });
    expect(await carryMessages(carrier)).toBe(0);
    await pauseIsOver();
    await carryAll();
    expect((await deliveries(webhookId))[0]).toMatchObject({ status: 'delivered', attempts: 2 });
  });
});

it('the worker carries what the commits leave, without the engine, until it stops', async () => {
  await subscribe();
  const { DATABASE_URL, JALON_FILES } = office.environment;
  const settings = { DATABASE_URL, JALON_FILES, JALON_CODEC_KEYS: testCodecKeys, JALON_PROOF_KEY: newKey(), JALON_WEBHOOK_PRIVATE: '1' };
  const environment = readEnvironment(settings);
  const logger = pino({ level: 'silent' });
  const database = new Database(environment, logger);
  const worker = new WebhookCarrier(database, environment, logger);
  const next = receiver.next();
  worker.onApplicationBootstrap();
  const { ref, entries } = underNewRef(grant);
  await committed(office, { ref, entries: [{ ...entries[0]!, at: Date.now() + 1_000 }] });
  expect((await next).body).toContain(ref);
  await worker.beforeApplicationShutdown();
  expect(await office.prisma.webhookDelivery.findFirst({ where: { caseRef: ref } })).toMatchObject({ status: 'delivered' });
  await database.onApplicationShutdown();
});

describe('a receiver that fails', () => {
  it('is tried again later, its case’s next messages waiting behind, those of others not', async () => {
    const { webhookId } = await subscribe();
    const ref = await happens();
    receiver.reply = ({ body }) => (body.includes(ref) ? 500 : 204);
    const other = await happens(grant, 1);
    await carryAll();
    expect(sequences(receiver.take().filter(({ body }) => body.includes(ref)))).toEqual([1]);
    const [failed] = (await deliveries(webhookId)).filter(({ reference, sequence }) => reference === ref && sequence === 1);
    expect(failed).toMatchObject({ status: 'pending', attempts: 1, answer: 500, error: 'La réponse est 500.' });
    expect((await deliveries(webhookId)).filter(({ reference }) => reference === other)).toMatchObject([{ status: 'delivered' }]);
    receiver.reply = () => 204;
    await pauseIsOver();
    await carryAll();
    const received = receiver.take();
    expect(received[0]?.headers['webhook-id']).toBe(`msg_${failed!.id}`);
    expect(sequences(received)).toEqual([...sequences(received)].sort((a, b) => a - b));
    expect((await deliveries(webhookId)).every(({ status }) => status === 'delivered')).toBe(true);
  });

  it.each([
    ['redirects', () => ({ status: 307, location: `${receiver.url}/ailleurs` }) as const, 'redirection (307)'],
    ['does not answer', () => 'late' as const, 'Pas de réponse à temps'],
  ])('because it %s is not followed, nor waited for', async (_, reply, error) => {
    const { webhookId } = await subscribe();
    receiver.reply = reply;
    await happens(grant, 1);
    await carryAll();
    expect(receiver.take().map(({ path }) => path)).toEqual(['/jalon']);
    expect((await deliveries(webhookId))[0]).toMatchObject({ status: 'pending', error: expect.stringContaining(error) });
  });

  it('for two days leaves dead letters; too many of them suspend it, and tell who answers for it', async () => {
    const { webhookId, account } = await subscribe();
    receiver.reply = () => 503;
    const refs = [];
    for (let one = 0; one < 5; one++) refs.push(await happens(grant, 1));
    const waiting = await happens(grant, 1);
    await office.prisma.webhookDelivery.updateMany({ where: { webhookId }, data: { attempts: 9 } });
    await office.prisma.webhookDelivery.updateMany({
      where: { webhookId, caseRef: waiting },
      data: { nextAt: new Date(Date.now() + 60_000) },
    });
    await carryAll();
    const dead = await deliveries(webhookId, '?status=dead&limit=100');
    expect(
      dead
        .filter(({ attempts }) => attempts === 10)
        .map(({ reference }) => reference)
        .sort(),
    ).toEqual([...refs].sort());
    expect(dead.find(({ reference }) => reference === waiting)).toMatchObject({ error: 'Les envois étaient suspendus.' });
    const { body } = await admin.get<AccountBody>(`/service-accounts/${account}`);
    expect(body.webhooks[0]).toMatchObject({ dead: 6, pending: 0, suspendedWhy: expect.stringContaining('La réponse est 503.') });
    expect(body.changes[0]).toMatchObject({ what: 'Envois suspendus' });
    expect(body.changes[0]?.by).toBeUndefined();

    const sent: Envelope[] = [];
    const post = postman(office.prisma, (_mail, envelope) => Promise.resolve(void sent.push(envelope)), 'jalon.exemple.gouv.invalid');
    await sendWaitingMails(office.prisma, post);
    await sendWaitingMails(office.prisma, post);
    expect(sent.map(({ to }) => to)).toEqual(['ariel.pilote@exemple.gouv.invalid']);

    // What happens meanwhile is kept, to be replayed.
    const late = await happens(grant, 1);
    receiver.reply = () => 204;
    receiver.take();
    await carryAll();
    expect(receiver.take()).toEqual([]);
    expect((await admin.post(`/webhooks/${webhookId}/resume`)).status).toBe(204);
    const { body: replayed } = await admin.post<{ count: number }>(`/webhooks/${webhookId}/replay`, { from: today() });
    expect(replayed.count).toBe(7);
    await carryAll();
    const told = receiver.take().map(({ body: text }) => (JSON.parse(text) as { data: { reference: string } }).data.reference);
    expect(told.sort()).toEqual([...refs, waiting, late].sort());
  });

  it('because it is gone for good is suspended at once', async () => {
    const { webhookId, account } = await subscribe();
    receiver.reply = () => 410;
    await happens(grant, 1);
    await carryAll();
    expect((await deliveries(webhookId))[0]).toMatchObject({ status: 'dead', attempts: 1, answer: 410 });
    expect((await admin.get<AccountBody>(`/service-accounts/${account}`)).body.webhooks[0]?.suspendedAt).toEqual(expect.any(String));
  });

  it('is told one message again when an administrator says so, under the same id', async () => {
    const { webhookId, secret } = await subscribe();
    await happens(grant, 1);
    await carryAll();
    const [first] = receiver.take();
    const [delivery] = await deliveries(webhookId);
    const manager = await office.as('Ariel Pilote');
    expect((await manager.post(`/deliveries/${delivery!.id}/replay`)).status).toBe(403);
    expect((await admin.post<{ count: number }>(`/deliveries/${delivery!.id}/replay`)).body.count).toBe(1);
    await carryAll();
    const [again] = receiver.take();
    expect(again?.headers['webhook-id']).toBe(first?.headers['webhook-id']);
    expect(new Webhook(secret).verify(again!.body, again!.headers as Record<string, string>)).toBeTruthy();
  });
});

describe('the secret that signs', () => {
  it('is rotated with a day in which both sign', async () => {
    const { webhookId, secret } = await subscribe();
    const { body: next } = await admin.post<Signing>(`/webhooks/${webhookId}/secret`);
    await happens(grant, 1);
    await carryAll();
    const [both] = receiver.take();
    for (const one of [secret, next.secret]) new Webhook(one).verify(both!.body, both!.headers as Record<string, string>);
    await office.prisma.webhook.update({ where: { id: webhookId }, data: { previousUntil: new Date(0) } });
    await happens(grant, 1);
    await carryAll();
    const [one] = receiver.take();
    new Webhook(next.secret).verify(one!.body, one!.headers as Record<string, string>);
    expect(() => new Webhook(secret).verify(one!.body, one!.headers as Record<string, string>)).toThrow();
  });

  it('is checked by the lines that the documentation gives', async () => {
    const { secret } = await subscribe();
    await happens(grant, 1);
    await carryAll();
    const [message] = receiver.take();
    const [, lines = ''] = /```js\n([^]*?)```/.exec(readFileSync('docs/interfaces.md', 'utf8')) ?? [];
    const says = (body: string) => {
      const call = `console.log(isFromJalon(${JSON.stringify(message!.headers)}, ${JSON.stringify(body)}, '${secret}'));`;
      return execFileSync(process.execPath, ['--input-type=module', '--eval', `${lines}${call}`], { encoding: 'utf8' }).trim();
    };
    expect([says(message!.body), says(message!.body.replace('opened', 'closed'))]).toEqual(['true', 'false']);
  });

  it('is sealed again by another key of the installation, and goes on signing', async () => {
    const { secret } = await subscribe();
    const pool = new pg.Pool({ connectionString: office.environment.DATABASE_URL });
    const keys = { current: 'another', keys: new Map([...testKeys.keys, ['another', Buffer.alloc(32, 7)]]) };
    const open = await office.prisma.webhook.count();
    expect([await rewrapSecrets(pool, keys), await rewrapSecrets(pool, keys)]).toEqual([open, 0]);
    await happens(grant, 1);
    await carryMessages({ ...carrier, keys: { current: 'another', keys: new Map([['another', Buffer.alloc(32, 7)]]) } });
    const [message] = receiver.take();
    expect(new Webhook(secret).verify(message!.body, message!.headers as Record<string, string>)).toBeTruthy();
    expect(await rewrapSecrets(pool, { ...keys, current: testKeys.current })).toBe(open);
    await pool.end();
  });

  it('is in no table as it is', async () => {
    const { webhookId, secret } = await subscribe();
    const stored = await office.prisma.webhook.findUniqueOrThrow({ where: { id: webhookId } });
    const bytes = Buffer.from(secret.replace('whsec_', ''), 'base64');
    expect(Buffer.from(stored.secret).includes(bytes)).toBe(false);
  });
});

describe('an address', () => {
  it('on this machine or in a private network is not called, whatever was allowed when it was added', async () => {
    const { webhookId } = await subscribe();
    await happens(grant, 1);
    await carryMessages({ ...carrier, isPrivateAllowed: false });
    expect(receiver.take()).toEqual([]);
    expect((await deliveries(webhookId))[0]).toMatchObject({ status: 'pending', attempts: 1, error: expect.stringContaining('https') });
  });

  it('is a complete one, for an account that is told of cases, five at most', async () => {
    const { account } = await subscribe();
    const add = (url: string, id = account) => admin.post<Problem>(`/service-accounts/${id}/webhooks`, { url, events: ['case.opened'] });
    for (const url of ['http://exemple.gouv.fr/', 'https://qui:mot@exemple.gouv.fr/', 'ftp://exemple.gouv.fr/', 'jalon'])
      expect([url, (await add(url)).body.fields]).toEqual([url, { url: expect.any(String) }]);
    const deaf = await openAccount(office, { scopes: ['cases:read'] });
    expect((await add('https://exemple.gouv.fr/', deaf.id)).body.type).toContain('accountWithoutEvents');
    const all = await Promise.all(Array.from({ length: 6 }, () => add('https://exemple.gouv.fr/')));
    expect(all.filter(({ status }) => status === 201)).toHaveLength(4);
    expect(all.find(({ status }) => status === 409)?.body.type).toContain('tooManyWebhooks');
  });

  it('is not found once it is removed, nor by who answers for other programs', async () => {
    const { webhookId } = await subscribe();
    const elsewhere = await office.as('Maxence Parcours');
    expect((await elsewhere.get(`/webhooks/${webhookId}/deliveries`)).status).toBe(404);
    expect((await admin.delete(`/webhooks/${webhookId}`)).status).toBe(204);
    expect((await admin.get(`/webhooks/${webhookId}/deliveries`)).status).toBe(404);
    expect((await admin.post(`/deliveries/${randomUUID()}/replay`)).status).toBe(404);
  });
});
