import type pg from 'pg';
import type { CaseActivities } from '#workflows/kit/messages.js';
import type { CodecKeys } from '../codec/codec-keys.js';
import { commit } from './commit.js';

/** The journal's part of what a case asks of the outside. */
export const journalActivities = (pool: pg.Pool, keys: CodecKeys): Pick<CaseActivities, 'commit'> => ({
  commit: (batch) => commit(pool, keys, batch),
});
