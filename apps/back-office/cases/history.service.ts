import { Injectable } from '@nestjs/common';
import type { CivilDate } from '#workflows/calendar/civil-date.js';
import type { Entry, EntryType } from '#workflows/kit/journal.js';
import { theClock } from '#workflows/kit/people.js';
import { PrismaService } from '../database/prisma.service.js';
import { PeopleService } from '../people/people.service.js';
import type { Viewer } from '../permissions/viewer.js';
import { notFound } from '../problems/problem.js';
import { procedureOf } from '../procedures.js';
import { auditing } from '../accesses/auditing.js';
import { CaseAccess } from './case-access.js';
import type { JournalEntry, TimelineItem } from './cases.dto.js';
import { closedTo } from './closed-entries.js';
import { entryKinds } from './entry-kinds.js';
import { asOf } from './past-cases.js';
import { entryWords, itemsOf } from './timeline-words.js';

@Injectable()
export class HistoryService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly access: CaseAccess,
    private readonly people: PeopleService,
  ) {}

  /** What happened, up to the end of a day or until now, in French. The applicant and the experts do not read what the service's people answered. */
  async timeline(viewer: Viewer, ref: string, on?: CivilDate): Promise<TimelineItem[]> {
    const one = await this.access.read(viewer, ref);
    const entries = (await this.rows(ref)).map(({ entry }) => entry as unknown as Entry);
    const procedure = procedureOf(one.procedure, one.revision);
    const names = await this.people.names(entries.flatMap(peopleOf));
    const items = itemsOf(procedure, entries, names);
    const closed = closedTo(viewer, one, entries);
    return (on === undefined ? entries : asOf(entries, on)).flatMap((entry): TimelineItem[] => {
      const words = closed.isAbsent(entry) ? undefined : entryWords(entry, procedure, items);
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
    const auditor = auditing(viewer);
    const one = await this.access.find(auditor, ref, 'read file');
    if (!one && !(await this.access.find(auditor, ref, 'audit log'))) throw notFound();
    const rows = await this.rows(ref);
    const entries = rows.map(({ entry }) => entry as unknown as Entry);
    const closed = one && closedTo(auditor, one, entries);
    const names = await this.people.names(entries.flatMap((entry) => ('by' in entry ? [entry.by] : [])));
    return rows.map(({ seq, at, type, entry, hash }) => {
      const sealed = closed?.isSealed(entry as unknown as Entry) ?? true;
      const shown = sealed ? { seq, type } : (entry as Record<string, unknown>);
      const by = typeof shown.by === 'string' ? names.get(shown.by) : undefined;
      const label = entryKinds[type as EntryType];
      return {
        seq,
        at: at.toISOString(),
        type,
        label,
        entry: shown,
        hash,
        ...(by !== undefined && { by: { name: by } }),
        ...(sealed && { sealed }),
      };
    });
  }

  private rows(ref: string) {
    return this.prisma.journal.findMany({ where: { caseRef: ref }, orderBy: { seq: 'asc' } });
  }
}

/** Who acted, and among whom somebody was asked to choose. */
function peopleOf(entry: Entry): readonly string[] {
  const context = entry.type === 'asked' ? entry.context : undefined;
  const people =
    typeof context === 'object' && context !== null && 'people' in context && Array.isArray(context.people) ? context.people : [];
  return [...('by' in entry ? [entry.by] : []), ...people.map(String)];
}
