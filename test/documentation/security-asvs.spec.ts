import { existsSync, readFileSync } from 'node:fs';

const ids = JSON.parse(readFileSync('test/documentation/asvs-5.0-ids.json', 'utf8')) as Record<'1' | '2', string[]>;
const text = readFileSync('docs/security-asvs.md', 'utf8');
const statuses = ['tenu', 'partiel', 'sans objet', 'non'] as const;
const rows = text
  .split('\n')
  .map((line) => line.split(/ ?(?<!\\)\| ?/).slice(1, -1))
  .filter(([id = '']) => /^\d+\.\d+\.\d+$/.test(id))
  .map(([id = '', level = '', asked = '', status = '', where = '']) => ({ id, level, asked, status, where }));

/** What is named between backticks and is a path of the repository. */
const pathsIn = (where: string) =>
  [...where.matchAll(/`([^`]+)`/g)]
    .map(([, name = '']) => name)
    .filter((name) => /^(?!\/)[\w.-]+(\/[\w.-]+)*\.\w+$/.test(name) || isFolder(name));
const isFolder = (name: string) => /^(apps|activities|workflows|prisma|docker|docs|test)\/[\w/-]+$/.test(name);

it('answers each requirement of levels 1 and 2 once', () => {
  const wanted = (['1', '2'] as const).flatMap((level) => ids[level].map((id) => `${id} ${level}`));
  expect(rows.map(({ id, level }) => `${id} ${level}`).sort()).toEqual(wanted.sort());
  expect(wanted).toHaveLength(253);
});

it.each(rows)('$id has a status, our own words, and a reason', ({ asked, status, where }) => {
  expect(statuses).toContain(status);
  expect(asked.length).toBeGreaterThan(8);
  expect(asked).not.toMatch(/^Verify that/);
  expect(where.length).toBeGreaterThan(3);
});

it.each(rows.filter(({ status }) => status === 'tenu' || status === 'partiel'))('$id, $status, names what there is', ({ where }) => {
  const paths = pathsIn(where);
  expect(paths).not.toEqual([]);
  expect(paths.filter((path) => !existsSync(path))).toEqual([]);
});

it('counts them right', () => {
  for (const status of statuses) expect(text).toContain(`| ${status} | ${rows.filter((row) => row.status === status).length} |`);
});

it('names only files that exist in the threat model too', () => {
  const model = readFileSync('docs/security.md', 'utf8').replaceAll(/```[^]*?```/g, '');
  const paths = pathsIn(model).filter((path) => path.includes('/'));
  expect(paths.length).toBeGreaterThan(10);
  expect(paths.filter((path) => !existsSync(path))).toEqual([]);
});
