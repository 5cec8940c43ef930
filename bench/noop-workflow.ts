import { condition, defineUpdate, setHandler } from '@temporalio/workflow';

/** What any durable act costs at least: an Update that does nothing. */
export const noOpUpdate = defineUpdate('noOp');

/** Waits for ever, as a case that nobody answers. */
export async function noOp(): Promise<void> {
  setHandler(noOpUpdate, () => undefined);
  await condition(() => false);
}
