import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { PrismaService } from '../database/prisma.service.js';
import { documentView } from '../documents/document-row.js';
import type { DocumentView } from '../documents/documents.dto.js';
import { letters } from '#workflows/ftap/documents.js';
import type { Viewer } from '../permissions/viewer.js';
import { visibleCases } from '../permissions/visibility.js';
import type { FigureKey } from './figure-keys.js';
import type { EvidenceCase } from './figures.dto.js';

interface Shown {
  readonly case_ref: string;
  readonly evidence: readonly string[];
}

/** Letters that show a figure by themselves, beside the files that the measure names. */
const lettersOf: Readonly<Partial<Record<FigureKey, readonly string[]>>> = {
  requested: [letters.receipt.key],
  awarded: [letters.award.key],
  left: [letters.award.key, letters.amendment.key, letters.lapse.key, letters.renouncing.key, letters.withdrawal.key, letters.closing.key],
  committed: [letters.convention.key, letters.amendment.key],
  released: [letters.amendment.key, letters.lapse.key, letters.renouncing.key, letters.withdrawal.key, letters.closing.key],
  clawedBack: [letters.clawback.key],
};

/** The files behind rows. Only those of the row's own case: a measure cannot open another case's file. */
@Injectable()
export class FigureEvidence {
  constructor(private readonly prisma: PrismaService) {}

  /** @returns for each row, its files in the order of their arrival. */
  async of(figure: FigureKey, rows: readonly Shown[]): Promise<DocumentView[][]> {
    const ids = rows.flatMap(({ evidence }) => evidence).filter((id) => isUUID(id));
    const kinds = [...(lettersOf[figure] ?? [])];
    const documents = await this.prisma.document.findMany({
      where: { caseRef: { in: rows.map(({ case_ref }) => case_ref) }, OR: [{ id: { in: ids } }, { kind: { in: kinds } }] },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    });
    return rows.map(({ case_ref, evidence }) =>
      documents
        .filter(({ id, caseRef, kind }) => caseRef === case_ref && (evidence.includes(id) || kinds.includes(kind)))
        .map(documentView),
    );
  }

  /** Other cases that a measure names. Only their references are told; who may open them is their own right. */
  async casesOf(viewer: Viewer, rows: readonly Shown[]): Promise<EvidenceCase[][]> {
    const refs = [...new Set(rows.flatMap(({ evidence }) => evidence).filter((id) => !isUUID(id)))];
    if (refs.length === 0) return rows.map(() => []);
    const found = await this.prisma.$queryRaw<EvidenceCase[]>`
      SELECT c.ref, (${visibleCases(viewer)}) AS readable FROM case_file c WHERE c.ref = ANY (${refs}) ORDER BY c.ref`;
    return rows.map(({ evidence }) => found.filter(({ ref }) => evidence.includes(ref)));
  }
}
