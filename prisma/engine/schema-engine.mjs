#!/usr/bin/env node
// Stands in for Prisma's native `schema-engine` binary, which the CLI would download: same arguments, same JSON-RPC over
// standard input and output, carried out by the official WebAssembly build of the same engine through @prisma/adapter-pg.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { runCommand } from './commands.mjs';
import { connectionFactory } from './connection.mjs';
import { logError } from './log.mjs';

const require = createRequire(import.meta.url);
const argv = process.argv.slice(2);
const valuesOf = (flag) => argv.flatMap((argument, at) => (argument === flag ? [argv[at + 1]] : []));

if (argv.includes('--version')) {
  const packageFile = require.resolve('@prisma/schema-engine-wasm').replace(/schema_engine\.js$/, 'package.json');
  console.log(`schema-engine-wasm ${JSON.parse(readFileSync(packageFile, 'utf8')).version}`);
  process.exit(0);
}

const datasource = JSON.parse(valuesOf('--datasource')[0] ?? '{}');
const url = datasource.url || process.env.MIGRATION_DATABASE_URL || process.env.DATABASE_URL;

const cli = argv.indexOf('cli');
if (cli >= 0) process.exit(await runCommand(argv[cli + 1], url));

const engine = await loadEngine();
serve(engine);

/** The WebAssembly module has no loader for Node: it is instantiated by hand. */
async function loadEngine() {
  const glue = await import('@prisma/schema-engine-wasm/schema_engine_bg');
  const file = require.resolve('@prisma/schema-engine-wasm/schema_engine_bg').replace(/\.js$/, '.wasm');
  const { instance } = await WebAssembly.instantiate(readFileSync(file), { './schema_engine_bg.js': glue });
  glue.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  globalThis.PRISMA_WASM_PANIC_REGISTRY ??= { set_message: (message) => logError(null, message) };

  const datamodels = valuesOf('--datamodels').map((path) => [path, readFileSync(path, 'utf8')]);
  const factory = connectionFactory(url, datasource.shadowDatabaseUrl);
  return glue.SchemaEngine.new({ datamodels: datamodels.length > 0 ? datamodels : undefined }, () => {}, factory);
}

/** Answers the CLI's requests one after the other, until it closes the stream. */
function serve(engine) {
  const send = (message) => process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
  let printId = 1_000_000;
  let queue = Promise.resolve();

  const answer = async ({ id, method, params }) => {
    // The command line has created the database already; the WebAssembly engine cannot.
    if (method === 'createDatabase') return send({ id, result: { databaseName: '' } });
    const result = await engine[method === 'getDatabaseVersion' ? 'version' : method](params);
    if (method === 'diff' && result?.stdout != null) {
      send({ id: printId++, method: 'print', params: { content: result.stdout } });
      delete result.stdout;
    }
    send({ id, result: result ?? {} });
  };

  const refuse = ({ id }, error) => {
    const data = {
      is_panic: false,
      message: error?.message ?? String(error?.cause ?? error),
      error_code: error?.code,
      meta: error?.meta ?? null,
    };
    send({ id, error: { code: 4466, message: 'An error happened. Check the data field for details.', data } });
  };

  const input = createInterface({ input: process.stdin });
  input.on('line', (line) => {
    const message = line.trim() ? JSON.parse(line) : {};
    if (!message.method) return; // the CLI acknowledges a "print"
    queue = queue.then(() => answer(message).catch((error) => refuse(message, error)));
  });
  input.on('close', () => queue.then(() => process.exit(0)));
}
