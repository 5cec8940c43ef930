// What the fuzzer found, for people.
import { table } from '../french.mjs';

/** Past this share of requests sent away for their number, the rest says little. */
const tolerated429 = 0.03;

/**
 * Prints what came back to each person, and each finding with the request that shows it.
 * @param {({ role: string } & ReturnType<typeof import('./findings.mjs').readEvents>)[]} results
 * @returns {boolean} whether nothing was found, and enough was tried to say so
 */
export function printReport(results) {
  const count = (statuses, first) => Object.entries(statuses).reduce((sum, [status, n]) => sum + (status.startsWith(first) ? n : 0), 0);
  const rows = results.map(({ role, requests, statuses, findings }) => [
    role,
    requests,
    count(statuses, '2'),
    count(statuses, '4'),
    count(statuses, '5'),
    statuses[429] ?? 0,
    findings.length,
  ]);
  console.log(`\n${table([['Qui', 'Requêtes', '2xx', '4xx', '5xx', '429', 'Constats'], ...rows])}\n`);
  for (const { role, findings, errors } of results) {
    for (const { operation, check, status, title, message, curl, times } of findings)
      console.error(`✗ ${role}, ${operation}\u00A0: ${status}, ${title} (${check}, ${times} fois)\n${message.slice(0, 600)}\n  ${curl}\n`);
    for (const error of errors) console.error(`✗ ${role}\u00A0: ${error}\n`);
  }
  const blind = results.filter(({ requests, statuses }) => requests === 0 || (statuses[429] ?? 0) > tolerated429 * requests);
  for (const { role } of blind)
    console.error(`✗ ${role}\u00A0: trop peu de requêtes ont été traitées (limite de débit, ou aucune requête).`);
  const passed = blind.length === 0 && results.every(({ findings, errors }) => findings.length + errors.length === 0);
  if (passed) console.log('✓ Aucun constat.');
  return passed;
}
