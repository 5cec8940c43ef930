// What the fuzzer met, from the events that it writes: one JSON object a line.

/**
 * @typedef {{ operation: string, check: string, status: number, title: string, message: string, curl: string, times: number }} Finding
 * @param {Iterable<string>} lines
 * @returns {{ findings: Finding[], statuses: Record<string, number>, requests: number, errors: string[] }} one finding for each operation,
 * check and status; `errors`: what could not be tried
 */
export function readEvents(lines) {
  const findings = new Map();
  const statuses = {};
  const errors = [];
  let requests = 0;
  for (const line of lines) {
    if (line.trim() === '') continue;
    const event = JSON.parse(line);
    for (const kind of ['NonFatalError', 'FatalError']) if (event[kind]) errors.push(errorOf(event[kind]));
    const recorder = event.ScenarioFinished?.recorder;
    if (!recorder) continue;
    for (const [id, { request, response }] of Object.entries(recorder.interactions)) {
      requests += 1;
      const status = response?.status_code ?? 0;
      statuses[status] = (statuses[status] ?? 0) + 1;
      for (const { name, failure_info: info } of (recorder.checks[id] ?? []).filter((check) => check.status === 'failure')) {
        const { operation = recorder.label, title = name, message = '' } = info?.failure ?? {};
        const key = [operation, name, status, title].join(' ');
        const known = findings.get(key);
        if (known) known.times += 1;
        else findings.set(key, { operation, check: name, status, title, message, curl: curlOf(request), times: 1 });
      }
    }
  }
  return { findings: [...findings.values()], statuses, requests, errors };
}

/** Headers that the client sets by itself, and the session, whose value the events do not tell. */
const left = new Set(['user-agent', 'accept', 'accept-encoding', 'connection', 'content-length', 'cookie', 'x-schemathesis-testcaseid']);

/** The request as a command of a shell; the session is `$JALON_COOKIE`. */
export function curlOf({ method, uri, headers, body }) {
  const kept = Object.entries(headers).filter(([name]) => !left.has(name.toLowerCase()));
  const given = kept.flatMap(([name, value]) => [value].flat().map((one) => `-H ${quoted(`${name}: ${one}`)}`));
  const data = contentOf(body);
  return ['curl', `-X ${method}`, '-b "$JALON_COOKIE"', ...given, ...(data ? [`--data-raw ${quoted(data)}`] : []), quoted(uri)].join(' ');
}

const contentOf = (body) => (typeof body === 'string' ? body : body?.$base64 && Buffer.from(body.$base64, 'base64').toString('utf8'));

const quoted = (text) => `'${text.replaceAll("'", "'\\''")}'`;

const errorOf = ({ label = '', message, info, value, exception }) =>
  [label, message ?? info?.message ?? value?.message ?? exception?.message ?? 'erreur'].filter(Boolean).join('\u00A0: ');
