import { Problem } from '../problems/problem.js';

/** What people are counted by: a cohort, a wave of an edition of the directors' year, a call. */
export const groupKinds = ['cohort', 'edition', 'call'] as const;
export type GroupKind = (typeof groupKinds)[number];

/** Name of a group in addresses and in SQL, such as `cohort:COHORTE-2026-000123`, `edition:<uuid>:2` or `call:<uuid>`. */
export type GroupKey = string;

export interface GroupName {
  readonly kind: GroupKind;
  /** Reference of the cohort, id of the edition or of the call. */
  readonly id: string;
  readonly wave?: number;
}

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const patterns = {
  cohort: /^cohort:([\w-]{1,60})$/,
  edition: new RegExp(`^edition:(${uuid}):(\\d{1,3})$`),
  call: new RegExp(`^call:(${uuid})$`),
} as const satisfies Record<GroupKind, RegExp>;

/** Throws `invalid` for what names no group. */
export function groupName(key: GroupKey): GroupName {
  for (const kind of groupKinds) {
    const [, id, wave] = patterns[kind].exec(key) ?? [];
    if (id !== undefined) return { kind, id, ...(wave !== undefined && { wave: Number(wave) }) };
  }
  throw new Problem('invalid', { fields: { group: 'Ce groupe est mal désigné.' } });
}
