import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { readEnvironment as readBackOffice } from '../../apps/back-office/environment.js';
import { readEnvironment as readWorker } from '../../apps/worker/environment.js';

const root = resolve(__dirname, '../..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');

interface Service {
  readonly image: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly secrets?: readonly string[];
  readonly volumes?: readonly string[];
  readonly depends_on?: Readonly<Record<string, unknown>>;
}
interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly secrets: Readonly<Record<string, { readonly file: string }>>;
  readonly volumes: Readonly<Record<string, unknown>>;
}

const compose = parse(read('docker/compose.yaml'), { merge: true }) as Compose;
const services = Object.entries(compose.services);
const dockerfiles = ['docker/back-office.Dockerfile', 'docker/worker.Dockerfile'] as const;

describe.each(dockerfiles)('%s', (file) => {
  const text = read(file).replaceAll('\\\n', ' ');

  test('copies what is there', () => {
    const sources = [...text.matchAll(/^COPY (?!--from)(.+)$/gm)].flatMap(([, rest = '']) => rest.trim().split(/\s+/).slice(0, -1));
    expect(sources.length).toBeGreaterThan(5);
    expect(sources.filter((source) => !existsSync(join(root, source)))).toEqual([]);
  });

  test('runs on the Node of the lockfile, and not as root', () => {
    const { dependencies } = JSON.parse(read('package.json')) as { dependencies: Record<string, string> };
    const images = [...text.matchAll(/^FROM (\S+)/gm)].map(([, image]) => image);
    expect(new Set(images)).toEqual(new Set([`node:${dependencies.node}-trixie-slim`]));
    expect(text).toMatch(/^USER node$/m);
  });
});

test('both images share their first stages, so that they are built once', () => {
  const [backOffice, worker] = dockerfiles.map((file) => read(file).split('# ---- the image')[0]?.split('\n').slice(4));
  expect(backOffice).toContain('RUN npm run build');
  expect(worker).toEqual(backOffice);
});

test('every image names a version', () => {
  const unpinned = services.map(([, { image }]) => image).filter((image) => !/:v?\d+\.\d+/.test(image));
  expect(unpinned).toEqual([]);
});

test.each(services)('%s refers to what there is', (_name, { depends_on = {}, secrets = [], volumes = [] }) => {
  expect(Object.keys(compose.services)).toEqual(expect.arrayContaining(Object.keys(depends_on)));
  expect(Object.keys(compose.secrets)).toEqual(expect.arrayContaining([...secrets]));
  for (const [source = ''] of volumes.map((volume) => volume.split(':')))
    expect(source.startsWith('.') ? existsSync(join(root, 'docker', source)) : source in compose.volumes).toBe(true);
});

test('the region of the files is the one of the object store', () => {
  const [, region] = /s3_region = "(.+)"/.exec(read('docker/garage/garage.toml')) ?? [];
  expect(compose.services['back-office']?.environment?.JALON_S3_REGION).toBe(region);
});

describe('what the applications are told', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'jalon-secrets-'));
    for (const script of ['make-secrets.sh', 'with-secrets.sh']) copyFileSync(join(root, 'docker', script), join(folder, script));
    execFileSync('sh', ['make-secrets.sh'], { cwd: folder });
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  /** A service's variables as its process sees them: settings from .env.example, secrets from make-secrets.sh. */
  function environmentOf(service: Service): NodeJS.ProcessEnv {
    const settings = Object.fromEntries(
      [...read('docker/.env.example').matchAll(/^(\w+)='?(.*?)'?$/gm)].map(([, name = '', value = '']) => [name, value] as const),
    );
    const filled = Object.entries(service.environment ?? {}).map(([name, value]) => [
      name,
      value
        .replace(/\$\{(\w+)(?::[-?]([^}]*))?\}/g, (_all, variable: string, otherwise: string) => settings[variable] ?? otherwise)
        .replace('/run/secrets', join(folder, 'secrets')),
    ]);
    const print = 'process.stdout.write(JSON.stringify(process.env))';
    const printed = execFileSync('sh', [join(folder, 'with-secrets.sh'), process.execPath, '-e', print], {
      env: { PATH: process.env.PATH, ...(Object.fromEntries(filled) as NodeJS.ProcessEnv) },
      encoding: 'utf8',
    });
    return JSON.parse(printed) as NodeJS.ProcessEnv;
  }

  test.each([
    ['back-office', readBackOffice],
    ['worker', readWorker],
  ] as const)('%s starts with it', (name, readEnvironment) => {
    const environment = readEnvironment(environmentOf(compose.services[name]!));
    expect(environment).toMatchObject({ TEMPORAL_NAMESPACE: 'jalon', DATABASE_URL: expect.stringContaining('jalon_app') as string });
  });

  test.each(['back-office', 'worker'] as const)('%s reads each of its variables', (name) => {
    const known = read(`apps/${name}/environment.ts`) + read('activities/documents/open-file-store.ts');
    const told = Object.keys(compose.services[name]?.environment ?? {}).map((variable) => variable.replace(/_FILE$/, ''));
    expect(told.filter((variable) => !known.includes(variable))).toEqual([]);
  });
});
