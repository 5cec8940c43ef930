const whole = new Intl.NumberFormat('fr-FR', { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 });
const exact = new Intl.NumberFormat('fr-FR', { style: 'currency', currency: 'EUR' });

/** `120 000 €`, `1 234,50 €`: cents are shown when there are any. */
export const euros = (cents: number) => (cents % 100 === 0 ? whole : exact).format(cents / 100);

/** `30 %`, from a share between 0 and 1. */
export const percent = (share: number) => `${String(Math.round(share * 100))}\u202f%`;

/** `1 tâche`, `12 tâches`. Zero and one are singular in French. */
export const count = (n: number, one: string, many = `${one}s`) => `${n.toLocaleString('fr-FR')} ${n < 2 ? one : many}`;

const sizes = ['octets', 'ko', 'Mo', 'Go'];

/** `12 ko`, `3,4 Mo`. */
export function fileSize(bytes: number): string {
  const power = Math.min(sizes.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  const value = (bytes / 1_000 ** power).toLocaleString('fr-FR', { maximumFractionDigits: power > 1 ? 1 : 0 });
  return `${value}\u00a0${sizes[power] ?? ''}`;
}
