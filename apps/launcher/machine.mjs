// What the machine must offer before anything is installed.
import { statfsSync } from 'node:fs';
import { gigabytes } from './french.mjs';
import { root } from './places.mjs';
import { StepFailure } from './steps.mjs';

const [neededMajor, neededMinor] = [20, 19];
/** Packages, build, binaries and a first database take about 1.5 GB. */
const neededBytes = 3e9;
const neededOnceInstalled = 5e8;

/** Refuses an old Node or a full disk, with what to do. */
export function checkMachine({ installed }) {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < neededMajor || (major === neededMajor && minor < neededMinor)) {
    throw new StepFailure(`Node ${process.versions.node} est trop ancien.`, {
      advice: `Installez Node ${neededMajor}.${neededMinor} ou plus récent (https://nodejs.org).`,
    });
  }
  const { bavail, bsize } = statfsSync(root);
  const needed = installed ? neededOnceInstalled : neededBytes;
  if (bavail * bsize < needed) {
    throw new StepFailure(`Il reste ${gigabytes(bavail * bsize)} sur le disque de ${root}, il en faut ${gigabytes(needed)}.`, {
      advice: 'Libérez de la place, puis relancez.',
    });
  }
  return `Node ${process.versions.node}, ${gigabytes(bavail * bsize)} libres`;
}
