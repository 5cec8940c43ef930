import { randomBytes } from 'node:crypto';
import { readEnvironment } from './environment.js';

const complete = {
  DATABASE_URL: 'postgresql://jalon:secret@127.0.0.1/jalon',
  JALON_FILES: '/data',
  JALON_CODEC_KEYS: JSON.stringify({ current: 'k', keys: { k: randomBytes(32).toString('base64') } }),
};

describe('the worker’s settings', () => {
  it('need a database, keys and a place for files', () => {
    expect(readEnvironment(complete)).toMatchObject({ TEMPORAL_TASK_QUEUE: 'jalon', files: { folder: '/data' }, WORKER_PORT: 3001 });
  });

  it('are all told at once when they are wrong, and never quoted', () => {
    const wrong = { DATABASE_URL: 'mysql://root:secret@x', WORKER_PORT: 'haut', JALON_CODEC_KEYS: '{"current":"a","keys":{"a":"court"}}' };
    const read = () => readEnvironment(wrong);
    for (const name of ['DATABASE_URL', 'WORKER_PORT', 'JALON_CODEC_KEYS', 'JALON_FILES']) expect(read).toThrow(name);
    expect(read).not.toThrow(/secret|court/);
  });

  it('take an SMTP address for what it is', () => {
    expect(() => readEnvironment({ ...complete, JALON_SMTP_URL: 'http://mail' })).toThrow(/JALON_SMTP_URL.*smtps/);
  });
});
