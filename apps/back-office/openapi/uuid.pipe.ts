import type { PipeTransform } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { notFound } from '../problems/problem.js';

/** An id that cannot exist is not found, like one that does not. */
export const uuid: PipeTransform<string, string> = {
  transform(value) {
    if (!isUUID(value)) throw notFound();
    return value;
  },
};
