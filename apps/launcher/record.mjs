// npm run histories:record: records the histories that are not there yet; test/histories/record.ts says which.
import { spawnSync } from 'node:child_process';
import { inRepository, nodeBinary } from './places.mjs';
import { findTestServer } from './temporal-binaries.mjs';

const steps = [
  [inRepository('apps', 'launcher', 'build.mjs')],
  [inRepository('node_modules', 'typescript', 'bin', 'tsc'), '-p', 'test/histories'],
  [inRepository('dist', 'recording', 'test', 'histories', 'record.js')],
];
const env = { ...process.env, TEMPORAL_TEST_SERVER: await findTestServer() };
for (const step of steps) {
  const { status } = spawnSync(nodeBinary(), step, { stdio: 'inherit', env, cwd: inRepository() });
  if (status !== 0) process.exit(status ?? 1);
}
