/**
 * A procedure whose id begins with another's and a dash belongs to it: who holds a role in `ftap` holds it in `ftap-committee` too, the
 * sessions of its committee.
 */
export const perimetersOver = (procedure: string): string[] =>
  procedure.split('-').map((_, index, parts) => parts.slice(0, index + 1).join('-'));

export const covers = (perimeter: string, procedure: string): boolean => perimetersOver(procedure).includes(perimeter);
