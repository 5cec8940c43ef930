const twoDecimals = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 2 });

/** `13,67 / 20` */
export const outOfTwenty = (mark: number): string => `${twoDecimals.format(mark)}\u00a0/\u00a020`;
