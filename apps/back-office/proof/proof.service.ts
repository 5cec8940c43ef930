import { Inject, Injectable } from '@nestjs/common';
import { Readable } from 'node:stream';
import type { CaseKey, Document, Record as RecordRow } from '#prisma/generated/client.js';
import { readCodecKeys } from '#activities/codec/codec-keys.js';
import { FileStore } from '#activities/documents/file-store.js';
import { genesis } from '#activities/journal/hash-chain.js';
import { entryOf } from '#activities/journal/seal.js';
import { unsealer } from '#activities/journal/unseal-record.js';
import { maximumPackSize, type PackContent, type PackDocument, type PackEntry } from '#activities/proof/pack.js';
import { writePack } from '#activities/proof/write-pack.js';
import type { Entry } from '#workflows/kit/journal.js';
import { CaseAccess, type StoredCase } from '../cases/case-access.js';
import { PrismaService } from '../database/prisma.service.js';
import { isOpenTo } from '../documents/documents.service.js';
import { ENVIRONMENT, type Environment } from '../environment.js';
import type { Viewer } from '../permissions/viewer.js';
import { notFound, Problem } from '../problems/problem.js';
import { CaseClock } from '../temporal/case-clock.js';
import { openEntries } from './open-entries.js';
import type { ProofKeyView } from './proof.dto.js';

@Injectable()
export class ProofService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly access: CaseAccess,
    private readonly store: FileStore,
    private readonly clock: CaseClock,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  key(): ProofKeyView {
    const { id, publicKey } = this.environment.JALON_PROOF_KEY;
    return { algorithm: 'Ed25519', keyId: id, publicKey };
  }

  /**
   * The pack of a case, as far as this person may read it: who reads less than all gets an extract, whose chain still verifies.
   * Throws `notFound`, `caseNotSealed`, `packTooLarge`.
   */
  async pack(viewer: Viewer, ref: string): Promise<Readable> {
    // Some may export figures of cases that they may not read.
    const one = await this.access.read(viewer, ref);
    if (!(await this.access.find(viewer, ref, 'export'))) throw notFound();
    // The record and its documents at one instant.
    const [rows, key, documents] = await this.prisma.$transaction(
      [
        this.prisma.record.findMany({ where: { caseRef: ref }, orderBy: { seq: 'asc' } }),
        this.prisma.caseKey.findUnique({ where: { caseRef: ref } }),
        this.prisma.document.findMany({ where: { caseRef: ref }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] }),
      ],
      { isolationLevel: 'RepeatableRead' },
    );
    if (!key?.wrapped || rows.length < one.view.lastSeq) throw new Problem('caseNotSealed');
    const open = documents.filter((document) => isOpenTo(viewer, one, document));
    if (open.reduce((sum, { size }) => sum + size, 0) > maximumPackSize) throw new Problem('packTooLarge');
    const exportedAt = new Date(await this.clock.now(ref)).toISOString();
    const record = this.read(ref, key, rows);
    const content = contentOf({ viewer, one, record, documents, open, exportedAt, service: this.environment.JALON_BASE_URL });
    const keys = new Map(open.map(({ id, storageKey }) => [id, storageKey]));
    return Readable.from(
      writePack(content, this.environment.JALON_PROOF_KEY, ({ id }) => this.store.get(keys.get(id) ?? '')),
      {
        objectMode: false,
      },
    );
  }

  private read(ref: string, { wrapped, wrappedBy }: CaseKey, rows: readonly RecordRow[]): ReadEntry[] {
    const keys = readCodecKeys(this.environment.JALON_CODEC_KEYS);
    const read = unsealer(keys, ref, { wrapped: wrapped && Buffer.from(wrapped), wrappedBy });
    return rows.map((row) => {
      const unsealed = read({ seq: row.seq, sealed: Buffer.from(row.sealed) });
      return { ...row, salt: unsealed.salt, entry: entryOf(unsealed) };
    });
  }
}

/** A row of the record, and what it says. */
type ReadEntry = RecordRow & { readonly salt: string; readonly entry: Entry };

interface Found {
  readonly viewer: Viewer;
  readonly one: StoredCase;
  readonly record: readonly ReadEntry[];
  readonly documents: readonly Document[];
  /** Those that the person may read. */
  readonly open: readonly Document[];
  readonly exportedAt: string;
  readonly service: string;
}

function contentOf({ viewer, one, record, documents, open, exportedAt, service }: Found): PackContent {
  const journal = record.map(({ entry }) => entry);
  const isOpen = openEntries(viewer, one, journal, new Set(open.flatMap(({ producedSeq }) => producedSeq ?? [])));
  const entries = record.map(({ seq, at, hash, commitment, salt, entry }): PackEntry => {
    const place = { seq, at: at.getTime(), hash };
    return isOpen(entry) ? { ...place, salt, entry } : { ...place, commitment, hidden: true };
  });
  const { ref, procedure, revision, title } = one;
  const last = entries.at(-1);
  const extract = open.length < documents.length || entries.some((entry) => 'hidden' in entry);
  return {
    case: { ref, procedure, revision, title, lastSeq: last?.seq ?? 0, lastHash: last?.hash ?? genesis, exportedAt, service, extract },
    entries,
    documents: open.map(packDocument),
  };
}

const packDocument = ({ id, filename, kind, mediaType, size, sha256, createdAt, producedSeq }: Document): PackDocument => ({
  id,
  filename,
  kind,
  mediaType,
  size,
  sha256,
  createdAt: createdAt.toISOString(),
  ...(producedSeq !== null && { producedSeq }),
});
