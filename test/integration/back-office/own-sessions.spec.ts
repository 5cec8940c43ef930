import type { Browser } from './back-office.js';
import { runningOffice } from './running.js';

interface OwnSession {
  id: string;
  agent: string;
  current: boolean;
}

const office = runningOffice({ JALON_SESSION_IDLE_MINUTES: '60' });
afterEach(() => office.prisma.session.deleteMany());

const camille = () => office.as('Camille Exemple');
const own = async (browser: Browser) => (await browser.get<OwnSession[]>('/me/sessions')).body;
const signedIn = async (browser: Browser) => (await browser.get('/session')).status === 200;
const age = (column: 'last_seen_at' | 'expires_at', interval: string) =>
  office.prisma.$executeRawUnsafe(`UPDATE session SET ${column} = now() - interval '${interval}'`);

describe('a session', () => {
  it('is known by the hash of its token alone', async () => {
    const browser = await camille();
    const [row] = await office.prisma.session.findMany();
    expect(row?.tokenHash).toMatch(/^[0-9a-f]{64}$/);
    expect(await signedIn(browser)).toBe(true);
    await office.prisma.session.updateMany({ data: { tokenHash: 'f'.repeat(64) } });
    expect(await signedIn(browser)).toBe(false);
  });

  it('ends after the idle limit, and each request pushes it back', async () => {
    const browser = await camille();
    await age('last_seen_at', '59 minutes');
    expect(await signedIn(browser)).toBe(true);
    const [row] = await office.prisma.session.findMany();
    expect(Date.now() - row!.lastSeenAt.getTime()).toBeLessThan(60_000);
    await age('last_seen_at', '61 minutes');
    expect(await signedIn(browser)).toBe(false);
  });

  it('does not write down each request', async () => {
    const browser = await camille();
    await age('last_seen_at', '30 seconds');
    const [before] = await office.prisma.session.findMany();
    await browser.get('/session');
    expect((await office.prisma.session.findMany())[0]?.lastSeenAt).toEqual(before?.lastSeenAt);
  });

  it('ends after twelve hours whatever happens', async () => {
    const browser = await camille();
    const { body } = await browser.get<{ secondsLeft: number; idleSeconds: number }>('/session');
    expect(body.secondsLeft).toBeGreaterThan(11.9 * 3_600);
    expect(body.idleSeconds).toBe(3_600);
    await age('expires_at', '1 second');
    expect(await signedIn(browser)).toBe(false);
  });

  it('is over once its owner has signed out', async () => {
    const browser = await camille();
    const copied = browser.copy();
    await browser.delete('/session');
    expect(await signedIn(copied)).toBe(false);
  });
});

describe('one’s own sessions', () => {
  it('are listed, and are ended one by one or all but this one', async () => {
    const [here, there, elsewhere] = [await camille(), await camille(), await camille()];
    const listed = await own(here);
    expect(listed).toHaveLength(3);
    expect(listed.filter(({ current }) => current)).toHaveLength(1);
    const other = (await own(there)).find(({ current }) => current)!;
    expect((await here.delete(`/me/sessions/${other.id}`)).status).toBe(204);
    expect(await Promise.all([here, there, elsewhere].map(signedIn))).toEqual([true, false, true]);
    expect((await here.delete('/me/sessions')).status).toBe(204);
    expect(await Promise.all([here, there, elsewhere].map(signedIn))).toEqual([true, false, false]);
    expect((await own(here)).map(({ current }) => current)).toEqual([true]);
  });

  it('are nobody else’s to see or to end', async () => {
    const [mine, other] = [await camille(), await office.as('Alix Fictif')];
    const [session] = await own(mine);
    expect(await own(other)).toHaveLength(1);
    expect((await other.delete(`/me/sessions/${session!.id}`)).status).toBe(404);
    await other.delete('/me/sessions');
    expect(await signedIn(mine)).toBe(true);
  });
});
