import type { CaseView } from '#workflows/kit/case-view.js';
import type { EntryOf } from '#workflows/kit/journal.js';
import type { EffectOrder } from '#workflows/kit/messages.js';
import type { Surroundings } from './surroundings.js';

/**
 * Brings an event to another case that expects it. The key makes a second delivery the same act. A case that is closed has nothing more to
 * hear: a grant that was taken back, of a journey that it paid for.
 */
export async function informCase({ prisma, act }: Surroundings, order: EffectOrder, entry: EntryOf<'informed'>): Promise<void> {
  const { ref, event, data, by } = entry;
  const [row, lead] = await Promise.all([
    prisma.caseFile.findUnique({ where: { ref }, select: { view: true, status: true } }),
    prisma.clockLead.findUnique({ where: { caseRef: ref }, select: { leadMs: true } }),
  ]);
  if (row?.status === 'closed') return;
  const waits = (row?.view as unknown as CaseView | undefined)?.waits ?? [];
  const key = `${order.ref}:${String(entry.seq)}`;
  const item = waits.find((wait) => wait.kind === 'event' && wait.key === event);
  // By its key: another event of the same kind may come first. When an earlier attempt got through without hearing of it, the case may no
  // longer wait, and knows the key of the act.
  const id = item ? event : `${event}-1`;
  await act(ref, {
    key,
    by,
    roles: item?.who ? [item.who.role] : [],
    receivedAt: Date.now() + Number(lead?.leadMs ?? 0),
    act: { kind: 'happen', id, data },
  });
}
