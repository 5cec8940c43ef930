import { readFileSync } from 'node:fs';
import { DeclaredRights } from '../../../apps/back-office/permissions/declared-rights.js';
import { agreedMatrix, extentOf } from '../../../apps/back-office/permissions/matrix.js';
import { type Role, roles } from '../../../workflows/kit/people.js';
import { runningOffice } from './running.js';

const agreed = JSON.parse(readFileSync('test/domain/permissions.json', 'utf8')) as { actions: Record<string, Record<string, string>> };

describe('the matrix of rights', () => {
  it('is the one the service agreed on', () => {
    const ours = Object.fromEntries(
      Object.entries(agreedMatrix).map(([action, rights]) => [
        action,
        Object.fromEntries(Object.entries(rights).map(([role, extent]) => [roles[role as Role], extent])),
      ]),
    );
    expect(ours).toEqual(agreed.actions);
  });
});

describe('every route', () => {
  const office = runningOffice();

  const routes = () => office.app.get(DeclaredRights).routes();
  const concrete = (path: string) =>
    path
      .replace('/api', '')
      .replace(':ref', 'FTAP-2026-999999')
      .replace(':seq', '1')
      .replace(':item', 'none-1')
      .replace(/(tasks\/):id/, '$1FTAP-2026-999999.none-1')
      .replace(':id', '00000000-0000-4000-8000-000000000000');

  it('declares a right', () => {
    expect(routes().length).toBeGreaterThan(50);
    expect(routes().filter(({ right }) => right === undefined)).toEqual([]);
  });

  it('refuses who is not signed in', async () => {
    for (const { method, path, right } of routes().filter((route) => route.right !== 'public')) {
      const { status } = await office.anonymous().request(method, concrete(path), { payload: {} });
      expect(`${method} ${path} (${right}): ${status}`).toBe(`${method} ${path} (${right}): 401`);
    }
  });

  it('refuses a change that another site could send', async () => {
    for (const { method, path } of routes().filter((route) => route.method !== 'GET' && route.right !== 'client')) {
      const response = await office.app.inject({ method: method as 'POST', url: `/api${concrete(path)}`, payload: {} });
      expect(`${method} ${path}: ${response.statusCode}`).toBe(`${method} ${path}: 403`);
    }
  });

  it('lets in exactly the roles that the matrix allows', async () => {
    const people = await office.prisma.person.findMany({ include: { grants: true } });
    for (const role of Object.keys(roles).filter((one) => one !== 'apiClient') as Role[]) {
      const person = people.find(({ grants }) => grants[0]?.role === role);
      const browser = await office.as(person?.name ?? '');
      for (const { method, path, right } of routes()) {
        if (right === undefined || right === 'public' || right === 'signed in' || right === 'client') continue;
        const { status } = await browser.request(method, concrete(path), { payload: {} });
        const allowed = extentOf(right, role) !== undefined;
        expect(`${role} ${method} ${path}: ${status === 403 ? 'refused' : status === 401 ? 'signed out' : 'let in'}`).toBe(
          `${role} ${method} ${path}: ${allowed ? 'let in' : 'refused'}`,
        );
      }
    }
    // Every route for every role: over a thousand requests.
  }, 30_000);
});
