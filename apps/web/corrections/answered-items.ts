import type { ZodType } from 'zod';
import { procedureOf, taskOf } from '#workflows/catalogue.js';
import type { Schemas } from '../api/client.js';
import { isRecord, recordOf, type FormValue } from '../forms/value.js';

/** An answer of the case that may be corrected. */
export interface AnsweredItem {
  readonly id: string;
  readonly label: string;
  readonly form: ZodType;
  readonly answer: FormValue;
}

/** The answers of a case, from its journal; the latest correction counts. */
export function answeredItems(
  { procedure, revision }: Schemas['CaseDetail'],
  journal: readonly Schemas['JournalEntry'][],
): readonly AnsweredItem[] {
  const entries = journal.map(({ entry }) => entry).filter((entry) => typeof entry.id === 'string');
  return entries
    .filter(({ type }) => type === 'asked')
    .flatMap(({ id, task, context }) => {
      const last = entries.findLast((entry) => entry.id === id && (entry.type === 'answered' || entry.type === 'corrected'));
      const type = taskOf(procedureOf(procedure, revision), String(task));
      if (!type || !isRecord(last?.answer)) return [];
      return [{ id: String(id), label: type.label, form: type.form(context), answer: recordOf(last.answer) }];
    });
}
