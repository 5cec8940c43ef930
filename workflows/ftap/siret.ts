const LA_POSTE = '356000000';

/**
 * A well-formed SIRET: 14 digits that satisfy Luhn. La Poste's establishments (SIREN 356000000) are the exception: their digits
 * add up to a multiple of 5, or satisfy Luhn for the head office.
 */
export function isSiret(text: string): boolean {
  if (!/^\d{14}$/.test(text)) return false;
  if (luhn(text)) return true;
  return text.startsWith(LA_POSTE) && sum(Array.from(text, Number)) % 5 === 0;
}

function luhn(digits: string): boolean {
  const weighted = Array.from(digits)
    .reverse()
    .map((digit, place) => (place % 2 === 0 ? Number(digit) : Number(digit) * 2));
  return sum(weighted.map((value) => (value > 9 ? value - 9 : value))) % 10 === 0;
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
