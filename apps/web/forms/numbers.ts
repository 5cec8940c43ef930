/** How many units of the stored value one typed unit is worth: cents in a euro, hundredths in a percent. */
export const scales: Readonly<Record<string, number>> = { money: 100, percent: 0.01 };

/** `12 500,5` → 12500.5 times the scale; undefined when it is not a number. */
export function parseNumber(typed: string, scale: number): number | undefined {
  const text = typed.replaceAll(/[\s\u00a0\u202f€%]/g, '').replace(',', '.');
  if (!/^-?\d+(\.\d+)?$/.test(text)) return undefined;
  // 0.29 × 100 is 28.999… in binary fractions.
  return Number((Number(text) * scale).toPrecision(15));
}

/** A stored value as a person would type it. */
export const typedNumber = (value: unknown, scale: number): string =>
  typeof value === 'number'
    ? Number((value / scale).toPrecision(15)).toLocaleString('fr-FR', { maximumFractionDigits: 6, useGrouping: scale === 100 })
    : '';
