import { Injectable } from '@nestjs/common';
import { Readable } from 'node:stream';
import { FileStore } from '#activities/documents/file-store.js';
import { documentPath } from '#activities/proof/pack.js';
import { Packer } from '#activities/proof/packer.js';
import { begun } from '#activities/proof/write-pack.js';
import { typeset } from '#activities/typeset.js';
import { type Document, Prisma } from '#prisma/generated/client.js';
import { isRunByOwner } from '#workflows/catalogue.js';
import { caseColumns, type StoredCase } from '../cases/case-access.js';
import { PrismaService } from '../database/prisma.service.js';
import { isOpenTo } from '../documents/documents.service.js';
import type { Viewer } from '../permissions/viewer.js';
import { ownFacts } from './own-facts.js';

const { sql } = Prisma;

/** What the service knows of a person, for that person (RGPD art. 15 and 20). */
@Injectable()
export class OwnDataService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly store: FileStore,
  ) {}

  /** A ZIP that is written while it is read. */
  async archive(viewer: Viewer): Promise<Readable> {
    const cases = await this.ownCases(viewer);
    const documents = await this.files(viewer, cases);
    const facts = await ownFacts(this.prisma, viewer, cases, documents);
    return Readable.from(this.written(facts, documents), { objectMode: false });
  }

  /** Whose owner they are; a session or a cohort is the service's, whoever opened it. */
  private async ownCases({ id }: Viewer): Promise<StoredCase[]> {
    const found = await this.prisma.$queryRaw<StoredCase[]>`
      SELECT ${caseColumns} FROM case_file c WHERE c.owner_id = ${id}::uuid AND ${sql`c.destroyed_at IS NULL`} ORDER BY c.opened_at`;
    return found.filter(({ procedure }) => !isRunByOwner(procedure));
  }

  /** What they sent to their own cases and drafts, and the letters of their own cases. */
  private async files(viewer: Viewer, cases: readonly StoredCase[]): Promise<Document[]> {
    const own = new Map(cases.map((one) => [one.ref, one]));
    const drafts = await this.prisma.draft.findMany({ where: { ownerId: viewer.id, caseRef: null }, select: { id: true } });
    const documents = await this.prisma.document.findMany({
      where: { OR: [{ caseRef: { in: [...own.keys()] } }, { caseRef: null, draftId: { in: drafts.map(({ id }) => id) } }] },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    });
    return documents.filter((document) => {
      const one = document.caseRef === null ? undefined : own.get(document.caseRef);
      const theirs = document.uploadedBy === viewer.id || document.producedSeq !== null;
      return theirs && (one === undefined || isOpenTo(viewer, one, document));
    });
  }

  private async *written(facts: object, documents: readonly Document[]): AsyncGenerator<Uint8Array> {
    const packer = new Packer(new Date());
    yield* packer.text('LISEZMOI.txt', readMe);
    yield* packer.text('donnees.json', JSON.stringify(facts, undefined, 2));
    for (const document of documents) {
      const bytes = await begun(this.store.get(document.storageKey));
      if (bytes) yield* packer.bytes(documentPath(document), bytes);
    }
    yield* packer.end();
  }
}

const readMe = typeset(
  [
    'Vos données dans Jalon (RGPD, art. 15 et 20)',
    '',
    'donnees.json : ce que le service sait de vous.',
    'documents/ : les fichiers que vous avez donnés pour vos dossiers et vos brouillons, et les courriers de vos dossiers.',
    '',
    'Des dossiers d’autres personnes, sur lesquels vous avez agi, il n’est dit que la référence et la date : leur contenu est à elles.',
    'Pour une question, une rectification ou un effacement : la page « Mes données » du service.',
    '',
  ].join('\n'),
);
