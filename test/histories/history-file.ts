import { readFileSync, writeFileSync } from 'node:fs';
// CommonJS whose names Node's ESM loader does not see: the whole module is its default export.
import proto from '@temporalio/proto';

const { History } = proto.temporal.api.history.v1;
type History = proto.temporal.api.history.v1.IHistory;

/** A recorded history is kept in Temporal's own protobuf form (`temporal.api.history.v1.History`). */
export const writeHistory = (file: string, history: History): void => {
  writeFileSync(file, History.encode(history).finish());
};
export const readHistory = (file: string): History => History.decode(readFileSync(file));
