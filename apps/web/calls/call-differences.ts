import { callForm, formOf, type WrittenCall } from '#workflows/ftap/call-form.js';
import { saidInFrench } from '../answers/said-in-french.js';
import { type Field, fieldsOf } from '../forms/field.js';
import { type FormValue, recordOf, rowsOf } from '../forms/value.js';

export interface Difference {
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

/** What a call says, whatever it was read with. */
export const contentOf = ({ title, opensOn, closesOn, envelopeCents, terms }: WrittenCall): WrittenCall => ({
  title,
  opensOn,
  closesOn,
  envelopeCents,
  terms,
});

const fields = fieldsOf(callForm({ reviewers: [], experts: [] }));
const absent = '–';

/** Field by field what differs between two versions of a call, in French. */
export const callDifferences = (before: WrittenCall, after: WrittenCall): readonly Difference[] =>
  formDifferences(formOf(contentOf(before)), formOf(contentOf(after)));

/** The same between what two forms hold. */
export const formDifferences = (before: FormValue, after: FormValue): readonly Difference[] => differences(fields, before, after);

function differences(of: readonly Field[], before: FormValue, after: FormValue): readonly Difference[] {
  return of.flatMap((field): readonly Difference[] => {
    const [was, is] = [before[field.key], after[field.key]];
    if (field.kind === 'hidden' || same(was, is)) return [];
    if (field.kind === 'group') return differences(field.fields, recordOf(was), recordOf(is));
    if (field.kind === 'list') return rowDifferences(field, rowsOf(was).map(recordOf), rowsOf(is).map(recordOf));
    return [{ label: field.label, before: saidInFrench(field, was) ?? absent, after: saidInFrench(field, is) ?? absent }];
  });
}

type List = Field & { readonly kind: 'list' };

/** Rows that have a key are followed by it; others by their place. */
function rowDifferences({ itemLabel, fields: of }: List, before: readonly FormValue[], after: readonly FormValue[]): readonly Difference[] {
  const keyed = (rows: readonly FormValue[]) =>
    new Map(rows.map((row, index) => [typeof row.key === 'string' ? row.key : String(index + 1), row]));
  const [was, is] = [keyed(before), keyed(after)];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((key): readonly Difference[] => {
    const [old, now] = [was.get(key), is.get(key)];
    const label = `${itemLabel} «\u00a0${nameOf(now ?? old ?? {}) ?? key}\u00a0»`;
    if (!old || !now) return [{ label, before: said(of, old), after: said(of, now) }];
    return differences(of, old, now).map((one) => ({ ...one, label: `${label}, ${one.label.toLocaleLowerCase('fr')}` }));
  });
}

const nameOf = ({ label }: FormValue) => (typeof label === 'string' && label !== '' ? label : undefined);

/** A whole row on one line. */
const said = (of: readonly Field[], row: FormValue | undefined) =>
  row === undefined
    ? absent
    : of
        .filter(({ kind }) => kind !== 'hidden')
        .flatMap((field) => saidInFrench(field, row[field.key]) ?? [])
        .join(' ; ');

const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
