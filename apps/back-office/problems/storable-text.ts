import type { PipeTransform } from '@nestjs/common';
import { isStorable } from '#workflows/kit/storable.js';
import { Problem } from './problem.js';

/** Refuses characters that PostgreSQL cannot keep, wherever they come from: body, query or address. */
export const storableText: PipeTransform = {
  transform(value: unknown) {
    if (!isStorable(value)) throw new Problem('unstorableText');
    return value;
  },
};
