import { curlOf, readEvents } from './findings.mjs';

const request = {
  method: 'POST',
  uri: 'http://127.0.0.1/api/x?q=a',
  headers: { Cookie: ['[Filtered]'], 'Content-Type': ['application/json'] },
};
const failure = { operation: 'POST /api/x', title: 'Server error', message: 'aïe' };
const scenario = (interactions, checks = {}) =>
  JSON.stringify({ ScenarioFinished: { recorder: { label: 'POST /api/x', interactions, checks } } });

it('counts what came back and tells one finding for the same answer of the same operation', () => {
  const answers = { a: { request, response: { status_code: 500 } }, b: { request, response: { status_code: 500 } } };
  const failed = [{ name: 'not_a_server_error', status: 'failure', failure_info: { failure } }];
  const lines = [
    '{"EngineStarted":{}}',
    scenario(answers, { a: failed, b: failed }),
    scenario({ c: { request, response: { status_code: 429 } } }, { c: [{ name: 'not_a_server_error', status: 'success' }] }),
    '',
  ];
  const { findings, statuses, requests } = readEvents(lines);
  expect({ statuses, requests }).toEqual({ statuses: { 429: 1, 500: 2 }, requests: 3 });
  expect(findings).toMatchObject([{ operation: 'POST /api/x', check: 'not_a_server_error', status: 500, message: 'aïe', times: 2 }]);
});

it('counts a request without an answer, and tells what could not be tried', () => {
  const { statuses, errors } = readEvents([
    scenario({ a: { request, response: null } }),
    '{"NonFatalError":{"label":"GET /api/y","value":{"message":"Read timed out"}}}',
  ]);
  expect(statuses).toEqual({ 0: 1 });
  expect(errors).toEqual(['GET /api/y\u00A0: Read timed out']);
});

it('writes a command that a shell reads as it is, without the session', () => {
  const body = { $base64: Buffer.from(`{"a":"l'été $HOME"}`).toString('base64') };
  expect(curlOf({ ...request, body })).toBe(
    `curl -X POST -b "$JALON_COOKIE" -H 'Content-Type: application/json' --data-raw '{"a":"l'\\''été $HOME"}' 'http://127.0.0.1/api/x?q=a'`,
  );
});
