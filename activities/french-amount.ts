const NARROW = '\u202F';

/** `3 200 €`, `3 200,50 €`: thousands and the euro sign after a no-break space. */
export function frenchAmount(cents: number): string {
  const [sign, absolute] = cents < 0 ? ['−', -cents] : ['', cents];
  const euros = String(Math.trunc(absolute / 100)).replace(/\B(?=(\d{3})+$)/g, NARROW);
  const rest = absolute % 100;
  return `${sign}${euros}${rest ? `,${String(rest).padStart(2, '0')}` : ''}\u00A0€`;
}
