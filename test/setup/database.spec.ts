import pg from 'pg';
import { createTestDatabase, type TestDatabase } from './database.js';

describe('a database for one spec', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  const ask = async (connectionString: string, sql: string) => {
    const client = new pg.Client({ connectionString });
    await client.connect();
    try {
      return (await client.query<Record<string, unknown>>(sql)).rows;
    } finally {
      await client.end();
    }
  };

  it('has every table and no row', async () => {
    expect(await ask(database.appUrl, 'SELECT count(*)::int AS people FROM person')).toEqual([{ people: 0 }]);
  });

  it('keeps the application from altering tables', async () => {
    await expect(ask(database.appUrl, 'ALTER TABLE person ADD COLUMN x int')).rejects.toThrow('must be owner of table person');
    await expect(ask(database.appUrl, 'CREATE TABLE x (y int)')).rejects.toThrow('permission denied for schema public');
  });

  it('lets the owner alter them', async () => {
    await expect(ask(database.ownerUrl, 'ALTER TABLE person ADD COLUMN x int')).resolves.toEqual([]);
  });
});
