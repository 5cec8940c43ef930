// A real browser for the browser tests: from an npm package, else the system's own. Never skipped in silence.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { StepFailure } from './steps.mjs';

const commands = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser'];
const applications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Path of the browser: CHROMIUM_PATH, the package's for Linux x64, the system's. */
export async function findChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named && existsSync(named)) return named;
  if (process.platform === 'linux' && process.arch === 'x64') {
    const { default: chromium } = await import('@sparticuz/chromium');
    return chromium.executablePath();
  }
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => commands.map((name) => join(folder, name)));
  const found = [...onPath, ...applications].find((path) => existsSync(path));
  if (found) return found;
  throw new StepFailure('Aucun navigateur pour les essais.', {
    advice: 'Installez Chrome ou Chromium, ou donnez son chemin par CHROMIUM_PATH.',
  });
}
