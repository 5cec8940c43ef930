/** One cell: text that people wrote, or a number that this code wrote. */
export type Cell = string | { readonly number: string };

export interface CsvFormat {
  readonly separator: ',' | ';';
  /** Excel reads UTF-8 only after this mark; tools that read open data want none. */
  readonly mark: boolean;
}

/** For people with a spreadsheet: French Excel opens it with a double click. */
export const forSpreadsheets: CsvFormat = { separator: ';', mark: true };
/** RFC 4180 as open data wants it. */
export const forOpenData: CsvFormat = { separator: ',', mark: false };

/** Rows as a CSV file, lines ended by CRLF (RFC 4180). */
export function csv(rows: readonly (readonly Cell[])[], { separator, mark }: CsvFormat): string {
  const lines = rows.map((row) =>
    row.map((cell) => quoted(typeof cell === 'string' ? harmless(cell) : cell.number, separator)).join(separator),
  );
  return `${mark ? '\ufeff' : ''}${lines.map((line) => `${line}\r\n`).join('')}`;
}

/** A title such as « =HYPERLINK(…) » would be run by a spreadsheet: an apostrophe makes it text. */
export const harmless = (text: string): string => (/^[\s\u00a0]*[=+\-@\t\r]/.test(text) ? `'${text}` : text);

const quoted = (text: string, separator: string) =>
  /["\r\n]/.test(text) || text.includes(separator) ? `"${text.replaceAll('"', '""')}"` : text;
