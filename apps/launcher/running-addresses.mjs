// Where the Jalon that runs here can be reached: commands that are told nothing else use it.
import { existsSync, readFileSync } from 'node:fs';
import { inData } from './places.mjs';

/** The addresses and keys that `npm start` remembers, as variables; none when Jalon was never started here. */
export function runningAddresses() {
  const [ports, secrets] = ['ports.json', 'secrets.json'].map((name) =>
    existsSync(inData(name)) ? JSON.parse(readFileSync(inData(name), 'utf8')) : {},
  );
  if (!ports.postgres || !secrets.postgres) return {};
  return {
    DATABASE_URL: `postgresql://jalon_app:${encodeURIComponent(secrets.postgres.app)}@127.0.0.1:${ports.postgres}/jalon`,
    TEMPORAL_ADDRESS: `127.0.0.1:${ports.temporal}`,
    JALON_CODEC_KEYS: JSON.stringify(secrets.codecKeys),
  };
}
