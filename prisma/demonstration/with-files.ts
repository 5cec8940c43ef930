import type { Attachment } from '#activities/demonstration/loading.js';
import type { Player } from '#workflows/kit/rehearsal.js';
import { seedId } from '../seed-id.js';

/** A player whose answers name files of their own, and the files that they named. */
export interface FilingPlayer {
  readonly play: Player;
  readonly attachments: Attachment[];
}

/**
 * Gives every answer that holds the stand-in of a file one of its own. Each is called for its kind of task or event; what nobody names is
 * « Pièce jointe ».
 */
export function withFiles(ref: string, standIn: string, names: Readonly<Record<string, string>>, player: Player): FilingPlayer {
  const attachments: Attachment[] = [];
  const play: Player = (item) => {
    const played = player(item);
    if (played === 'never') return played;
    const written = JSON.stringify(played.answer);
    if (!written.includes(standIn)) return played;
    const id = seedId(`file ${ref} ${item.id}`);
    const at = Math.round(item.openedAt + ((played.afterDays ?? 0) * 24 + (played.afterHours ?? 0)) * 3_600_000);
    attachments.push({ id, filename: `${names[item.key] ?? 'Pièce jointe'}.pdf`, by: played.by, at });
    return { ...played, answer: JSON.parse(written.replaceAll(standIn, id)) as unknown };
  };
  return { play, attachments };
}
