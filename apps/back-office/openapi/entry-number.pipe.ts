import type { PipeTransform } from '@nestjs/common';
import { notFound } from '../problems/problem.js';

/** The largest number that a column of whole numbers keeps (int4 of PostgreSQL). */
export const largestNumber = 2_147_483_647;

/** The number of a journal's entry; one that cannot exist is not found, like one that does not. */
export const entryNumber: PipeTransform<string, number> = {
  transform(value) {
    const number = Number(value);
    if (!/^\d+$/.test(value) || number < 1 || number > largestNumber) throw notFound();
    return number;
  },
};
