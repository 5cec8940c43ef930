import { Writable } from 'node:stream';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { pinoHttp, type Options } from 'pino-http';
import { readEnvironment } from '../../../apps/back-office/environment.js';
import { logging } from '../../../apps/back-office/observability/logging.js';
import { testCodecKeys } from '../../builders/codec-keys.js';
import { newKey } from '../../builders/proof-packs.js';
import { oidcSettings } from '../identity/provider-server.js';

const environment = readEnvironment({
  DATABASE_URL: 'postgresql://nobody@127.0.0.1/none',
  JALON_FILES: '.',
  JALON_CODEC_KEYS: testCodecKeys,
  JALON_PROOF_KEY: newKey(),
  JALON_DEMONSTRATION: '1',
  ...oidcSettings('http://127.0.0.1:9'),
});

/** The lines that the log of requests writes for what is sent, byte for byte, to a server. */
async function linesOf(request: string): Promise<string[]> {
  let written = '';
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      written += chunk.toString();
      done();
    },
  });
  const log = pinoHttp(logging(environment).pinoHttp as Options, stream);
  const server = createServer((incoming: IncomingMessage, response: ServerResponse) => {
    log(incoming, response);
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  await new Promise<void>((resolve, reject) => {
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1', () => socket.write(request));
    socket.resume().on('close', resolve).on('error', reject);
  });
  await new Promise((resolve) => server.close(resolve));
  return written.split('\n').filter((line) => line !== '');
}

const forged = '{"level":30,"msg":"request","caseRef":"FTAP-2026-000001"}';

it.each([
  ['a path that forges a line', `GET /api/x%0d%0a${encodeURIComponent(forged)}`],
  ['a path with quotes and braces', `GET /api/","level":50,"forged":"`],
  ['a path with an escape of the terminal', `GET /api/%1b[2J`],
])('%s leaves one line, of JSON, which says what was asked', async (_, start) => {
  const lines = await linesOf(`${start} HTTP/1.1\r\nHost: jalon\r\nConnection: close\r\n\r\n`);
  expect(lines).toHaveLength(1);
  const line = JSON.parse(lines[0]!) as { req: { route: string }; forged?: string; msg: string };
  expect(line.msg).toBe('request');
  expect(line.forged).toBeUndefined();
  expect(line.req.route).toMatch(/^\/api\//);
  expect(lines[0]).not.toMatch(/\p{Cc}/u);
});

it('no search, no header and no cookie stands in it', async () => {
  const headers = 'Host: jalon\r\nCookie: jalon=SECRET1\r\nUser-Agent: SECRET2\r\nX-Jalon: SECRET3\r\nAuthorization: Bearer SECRET4';
  const lines = await linesOf(`GET /api/cases?q=SECRET5 HTTP/1.1\r\n${headers}\r\nConnection: close\r\n\r\n`);
  expect(lines).toHaveLength(1);
  expect(lines[0]).not.toContain('SECRET');
});
