import { Injectable } from '@nestjs/common';
import type { Entry, EntryType } from '#workflows/kit/journal.js';
import { theClock } from '#workflows/kit/people.js';
import { PrismaService } from '../database/prisma.service.js';
import { PeopleService } from '../people/people.service.js';
import { rolesOn } from '../permissions/standing.js';
import type { Viewer } from '../permissions/viewer.js';
import { actsOnOwnCases, isNarrow } from '../permissions/visibility.js';
import { notFound } from '../problems/problem.js';
import { procedureOf } from '../procedures.js';
import { CaseAccess, placeOfCase, type StoredCase } from './case-access.js';
import type { JournalEntry, TimelineItem } from './cases.dto.js';
import { sealedItems, tellsSealed } from './sealed-items.js';
import { entryWords, itemsOf } from './timeline-words.js';

@Injectable()
export class HistoryService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly access: CaseAccess,
    private readonly people: PeopleService,
  ) {}

  /** What happened, in French. The applicant and the experts do not read what the service's people answered. */
  async timeline(viewer: Viewer, ref: string): Promise<TimelineItem[]> {
    const one = await this.access.read(viewer, ref);
    const entries = (await this.rows(ref)).map(({ entry }) => entry as unknown as Entry);
    const procedure = procedureOf(one.procedure, one.revision);
    const items = itemsOf(procedure, entries);
    const names = await this.people.names(entries.flatMap((entry) => ('by' in entry ? [entry.by] : [])));
    const closed = closedTo(viewer, one, entries);
    return entries.flatMap((entry): TimelineItem[] => {
      const words = entryWords(entry, procedure, items);
      if (!words) return [];
      const by = 'by' in entry && entry.by !== theClock ? names.get(entry.by) : undefined;
      return [
        {
          seq: entry.seq,
          at: new Date(entry.at).toISOString(),
          type: entry.type,
          title: words.title,
          ...(words.detail !== undefined && !closed.isHidden(entry) && { detail: words.detail }),
          ...(by !== undefined && { by: { name: by } }),
          ...(closed.isSealed(entry) && { sealed: true }),
        },
      ];
    });
  }

  /** The entries as they are chained. An administrator, who reads no case, sees that they are there and unbroken. */
  async journal(viewer: Viewer, ref: string): Promise<JournalEntry[]> {
    const one = await this.access.find(viewer, ref, 'read file');
    if (!one && !(await this.access.find(viewer, ref, 'audit log'))) throw notFound();
    const rows = await this.rows(ref);
    const entries = rows.map(({ entry }) => entry as unknown as Entry);
    const closed = one && closedTo(viewer, one, entries);
    return rows.map(({ seq, at, type, entry, hash }) => {
      const sealed = closed?.isSealed(entry as unknown as Entry) ?? true;
      const shown = sealed ? { seq, type } : (entry as Record<string, unknown>);
      return { seq, at: at.toISOString(), type, entry: shown, hash, ...(sealed && { sealed }) };
    });
  }

  private rows(ref: string) {
    return this.prisma.journal.findMany({ where: { caseRef: ref }, orderBy: { seq: 'asc' } });
  }
}

/** What the service's people say among themselves. */
const internal: ReadonlySet<string> = new Set<EntryType>(['answered', 'corrected', 'requested', 'reassigned']);

/** Which entries keep their content from this person. */
function closedTo(viewer: Viewer, one: StoredCase, entries: readonly Entry[]) {
  const roles = rolesOn(placeOfCase(one), viewer);
  const sealed = sealedItems(one.view, entries, roles, viewer.id);
  const consulted = roles.every(isNarrow);
  const fromOwners = new Set(
    entries.flatMap((entry) => ((entry.type === 'asked' && actsOnOwnCases(entry.to.role)) || entry.type === 'expected' ? [entry.id] : [])),
  );
  const isSealed = (entry: Entry) => tellsSealed(entry, sealed);
  const isInternal = (entry: Entry) =>
    consulted && internal.has(entry.type) && 'by' in entry && entry.by !== viewer.id && !('id' in entry && fromOwners.has(entry.id));
  return { isSealed, isHidden: (entry: Entry) => isSealed(entry) || isInternal(entry) };
}
