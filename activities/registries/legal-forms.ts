import type { BodyKind } from '#workflows/ftap/body-kinds.js';

/**
 * The kind of body that a legal form of Insee's nomenclature (« catégories juridiques », level III) stands for. Forms that the calls do
 * not speak of, such as local authorities, have none.
 */
export const kindOfLegalForm = (code: string): BodyKind | undefined => forms.find(([pattern]) => pattern.test(code))?.[1];

const forms: readonly (readonly [RegExp, BodyKind])[] = [
  [/^71\d\d$/, 'stateService'],
  // National public establishments, commercial (41) or administrative (73), and public interest groups (GIP).
  [/^(4110|4120|7382|7383|7384|7385|7389|7410)$/, 'operator'],
  [/^92\d\d$/, 'association'],
  [/^5\d\d\d$/, 'company'],
];
