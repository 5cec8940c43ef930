import type { Player } from '#workflows/kit/rehearsal.js';
import { randomOf } from './random-answers.js';

/** Everybody acts as the player does, in half the time or up to two and a half times as late. */
export const atAnyPace =
  (player: Player, seed: string): Player =>
  (item) => {
    const play = player(item);
    if (play === 'never') return play;
    const hours = (play.afterDays ?? 0) * 24 + (play.afterHours ?? 0);
    return { ...play, afterDays: 0, afterHours: hours * (0.5 + 2 * randomOf(`${seed}/${item.id}`)()) };
  };
