// What the registry knows against the packages that are locked, less what the policy accepts for a time and a reason.

const grave = new Set(['moderate', 'high', 'critical']);

/**
 * Reads the answer of `npm audit --json`.
 * @param {{ vulnerabilities?: Record<string, { via: (string | { source: number, name: string, title: string, url: string, severity: string })[] }> }} report
 * @param {{ id: string, package: string, why: string, until: string }[]} exceptions `until` is the last day on which one is accepted
 * @param {string} today civil date
 * @returns {{ open: string[], accepted: string[], stale: string[] }} lines in French
 */
export function judge(report, exceptions, today) {
  const found = new Map();
  for (const { via } of Object.values(report.vulnerabilities ?? {}))
    for (const one of via) if (typeof one === 'object' && grave.has(one.severity)) found.set(`${idOf(one)} ${one.name}`, one);
  const holds = ({ until }) => today <= until;
  const exceptionFor = (key) => exceptions.find((one) => `${one.id} ${one.package}` === key);
  const open = [];
  const accepted = [];
  for (const [key, { title, severity, url }] of found) {
    const exception = exceptionFor(key);
    const line = `${key} (${severity}) : ${title} – ${url}`;
    if (exception && holds(exception)) accepted.push(`${line}\n    accepté jusqu’au ${exception.until} : ${exception.why}`);
    else open.push(exception ? `${line}\n    l’exception a expiré le ${exception.until}` : line);
  }
  const stale = exceptions.filter((one) => !found.has(`${one.id} ${one.package}`)).map((one) => `${one.id} ${one.package}`);
  return { open, accepted, stale };
}

/** GHSA-… of the advisory's address; the registry's own number where there is none. */
const idOf = ({ url = '', source }) => /GHSA-[\w-]+/.exec(url)?.[0] ?? String(source);
