import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { bundleWorkflowCode, DefaultLogger, Worker, type WorkflowBundle } from '@temporalio/worker';
import { catalogue } from '../../workflows/catalogue.js';
import { readHistory } from '../histories/history-file.js';
import { quietRuntime } from '../setup/recorded-cases.js';

const folder = join(process.cwd(), 'test/histories');
const files = readdirSync(folder).filter((file) => file.endsWith('.pb'));
let workflowBundle: WorkflowBundle;

beforeAll(async () => {
  quietRuntime();
  workflowBundle = await bundleWorkflowCode({
    workflowsPath: join(process.cwd(), 'test/setup/trial-workflows.ts'),
    logger: new DefaultLogger('ERROR'),
  });
}, 60_000);

test('every revision has recorded histories', () => {
  const recorded = new Set(files.map((file) => file.split('.').slice(0, 2).join('.')));
  for (const { id, revision } of catalogue) expect(recorded).toContain(`${id}.${revision}`);
});

test.each(files)('a case that ran as in %s still replays on this release', async (file) => {
  await Worker.runReplayHistory({ workflowBundle }, readHistory(join(folder, file)), file);
});
