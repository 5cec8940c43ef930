// What the launcher says, in French typography.
const narrowSpace = '\u202F';
const space = '\u00A0';
const numbers = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 1 });

/** 12345 → "12,3 s". */
export const seconds = (ms) => `${numbers.format(ms / 1000)}${narrowSpace}s`;

/** 3221225472 → "3,2 Go". */
export const gigabytes = (bytes) => `${numbers.format(bytes / 1e9)}${space}Go`;

/** Lines of equal columns, the first row set apart by a rule. */
export function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => String(row[column]).length)));
  const line = (row) =>
    row
      .map((cell, column) => String(cell).padEnd(widths[column]))
      .join('  ')
      .trimEnd();
  return [line(rows[0]), widths.map((width) => '─'.repeat(width)).join('  '), ...rows.slice(1).map(line)]
    .map((text) => `  ${text}`)
    .join('\n');
}

/** Asks a question that is answered by "o" or "oui"; anything else, and a missing terminal, is a no. */
export async function confirm(question) {
  if (!process.stdin.isTTY) return false;
  const { createInterface } = await import('node:readline/promises');
  const prompt = createInterface({ input: process.stdin, output: process.stdout });
  // The terminal hands Ctrl-C to the prompt, which would only close; the launcher must hear it.
  prompt.once('SIGINT', () => process.kill(process.pid, 'SIGINT'));
  const answer = await prompt.question(`${question} (o/N) `);
  prompt.close();
  return /^o(ui)?$/i.test(answer.trim());
}
