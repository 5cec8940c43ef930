// node dist/measures/bench/main.js <result file> <bench>…: runs benches one after the other and writes their measurements as JSON.
import { writeFile } from 'node:fs/promises';
import type { Measurement } from './measurement.js';

const [file, ...names] = process.argv.slice(2);
if (file === undefined) throw new RangeError('The file to write the results to is missing.');
const results: Measurement[] = [];
for (const name of names) {
  const bench = (await import(new URL(`${name}.bench.js`, import.meta.url).href)) as { run(): Promise<Measurement[]> };
  results.push(...(await bench.run()));
}
await writeFile(file, JSON.stringify(results));
