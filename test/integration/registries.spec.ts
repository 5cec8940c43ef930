import { PrismaPg } from '@prisma/adapter-pg';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type BodyRegistry, RegistryUnavailable } from '../../activities/registries/body-registry.js';
import { inventedBodies } from '../../activities/registries/invented-bodies.js';
import { localRegistry } from '../../activities/registries/local-registry.js';
import { rechercheEntreprises } from '../../activities/registries/recherche-entreprises.js';
import { PrismaClient } from '../../prisma/generated/client.js';
import { createTestDatabase, type TestDatabase } from '../setup/database.js';

const known = { siret: '99900001100018', name: 'Direction Exemple', kind: 'stateService' };
const closed = '99900105000015';
const nowhere = '99900999600011';

interface Opened {
  readonly registry: BodyRegistry;
  close(): Promise<void>;
}

/** What every registry does, wherever its answers come from. */
function behavesAsRegistry(name: string, open: () => Promise<Opened>) {
  describe(name, () => {
    let opened: Opened;
    beforeAll(async () => void (opened = await open()));
    afterAll(() => opened.close());

    it('finds an establishment by its number, and says from where', async () => {
      expect(await opened.registry.find(known.siret)).toEqual({ ...known, source: expect.stringMatching(/./) as string });
    });

    it('says that an establishment is closed', async () => {
      expect(await opened.registry.find(closed)).toMatchObject({ siret: closed, closed: true });
    });

    it('finds nothing under a number that nobody has', async () => {
      expect(await opened.registry.find(nowhere)).toBeUndefined();
    });
  });
}

behavesAsRegistry('the local registry', async () => {
  const database: TestDatabase = await createTestDatabase();
  const prisma = new PrismaClient({ adapter: new PrismaPg({ connectionString: database.appUrl }) });
  await prisma.body.create({ data: { id: randomUUID(), ...known } });
  return {
    registry: localRegistry(prisma),
    async close() {
      await prisma.$disconnect();
      await database.drop();
    },
  };
});

behavesAsRegistry('the search of companies, over HTTP', async () => {
  const server = await listening((request, response) => {
    const siret = new URL(request.url ?? '', 'http://localhost').searchParams.get('q') ?? '';
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ results: resultsFor(siret), total_results: 1 }));
  });
  return { registry: rechercheEntreprises(urlOf(server)), close: () => closing(server) };
});

/** The shape of the public API, with the fields that it sends besides those that are read. */
function resultsFor(siret: string): object[] {
  const other = {
    siren: '999000029',
    nom_complet: 'AUTRE ORGANISME',
    nature_juridique: '5710',
    siege: { siret: '99900002900010', etat_administratif: 'A' },
    matching_etablissements: [],
  };
  if (siret === known.siret)
    return [
      other,
      {
        siren: '999000011',
        nom_complet: known.name,
        nom_raison_sociale: known.name.toUpperCase(),
        nature_juridique: '7113',
        etat_administratif: 'A',
        siege: { siret: known.siret, etat_administratif: 'A', code_postal: '75007' },
        matching_etablissements: [],
        complements: { est_service_public: true },
      },
    ];
  if (siret === closed)
    return [
      {
        siren: '999001050',
        nom_complet: inventedBodies[closed]?.name,
        nature_juridique: '7389',
        siege: { siret: '99900105000023', etat_administratif: 'A' },
        matching_etablissements: [{ siret: closed, etat_administratif: 'F' }],
      },
    ];
  // A search by words finds neighbours: none of them is the one that was asked for.
  return [other];
}

describe('a registry that fails', () => {
  const cases: [string, (request: IncomingMessage, response: ServerResponse) => void][] = [
    ['answers 500', (_request, response) => response.writeHead(500).end()],
    ['asks to slow down', (_request, response) => response.writeHead(429, { 'retry-after': '1' }).end()],
    [
      'leads elsewhere',
      ({ url }, response) =>
        url === '/elsewhere' ? response.end('{"results":[]}') : response.writeHead(302, { location: '/elsewhere' }).end(),
    ],
    ['speaks of something else', (_request, response) => response.end('<html></html>')],
    ['has changed its shape', (_request, response) => response.end('{"results":[{"name":"x"}]}')],
    ['does not answer in time', () => undefined],
  ];

  it.each(cases)('because it %s is unavailable, never wrong', async (_case, handler) => {
    const server = await listening(handler);
    try {
      await expect(rechercheEntreprises(urlOf(server), { timeoutMs: 100 }).find(known.siret)).rejects.toThrow(RegistryUnavailable);
    } finally {
      await closing(server);
    }
  });

  it('is asked no more for a while', async () => {
    let asked = 0;
    const server = await listening((_request, response) => {
      asked += 1;
      response.writeHead(503).end();
    });
    const registry = rechercheEntreprises(urlOf(server));
    for (let turn = 0; turn < 5; turn++) await expect(registry.find(known.siret)).rejects.toThrow(RegistryUnavailable);
    expect(asked).toBe(3);
    await closing(server);
  });
});

async function listening(handler: (request: IncomingMessage, response: ServerResponse) => void): Promise<Server> {
  const server = createServer(handler).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

const urlOf = (server: Server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

async function closing(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
