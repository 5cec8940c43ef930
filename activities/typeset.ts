/**
 * French spacing, so that templates are written with ordinary spaces: narrow no-break space before ; ! ? and %, no-break space
 * before : and €, inside « », and after nº and n°.
 */
export function typeset(text: string): string {
  return text
    .replace(/ (?=[;!?%])/g, '\u202F')
    .replace(/ (?=[:»€])/g, '\u00A0')
    .replace(/(?<=«|n[º°]) /g, '\u00A0');
}
