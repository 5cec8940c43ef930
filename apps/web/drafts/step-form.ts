import type { ZodObject, ZodType } from 'zod';

/** The part of the application that one step asks for. */
export function stepForm(form: ZodType, key: string): ZodType {
  const part = (form as ZodObject<Record<string, ZodType>>).shape[key];
  if (!part) throw new RangeError(`The application has no part ${key}.`);
  return part;
}
