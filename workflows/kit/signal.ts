export interface Signal {
  readonly given: Promise<void>;
  readonly give: () => void;
}

/** A promise that is resolved from outside: one branch of a story tells another. */
export function signal(): Signal {
  let give = (): void => undefined;
  const given = new Promise<void>((resolve) => (give = resolve));
  return { given, give: () => give() };
}
