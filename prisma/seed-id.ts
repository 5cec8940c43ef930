import { createHash } from 'node:crypto';

/** A UUID (version 5 layout) that is the same at every run: seeding twice changes nothing. */
export function seedId(name: string): string {
  const hash = createHash('sha1').update(`jalon demonstration ${name}`).digest();
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const hex = hash.toString('hex').slice(0, 32);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** A fictitious SIRET: prefix 999, which no register gives, and a valid Luhn key. */
export function fakeSiret(number: number): string {
  const siren = withLuhnKey(`999${String(number).padStart(5, '0')}`);
  return withLuhnKey(`${siren}0001`);
}

function withLuhnKey(digits: string): string {
  const sum = Array.from(digits)
    .reverse()
    .reduce((total, digit, place) => {
      const value = Number(digit) * (place % 2 === 0 ? 2 : 1);
      return total + (value > 9 ? value - 9 : value);
    }, 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
}
