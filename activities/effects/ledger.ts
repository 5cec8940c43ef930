import type { PrismaClient } from '#prisma/generated/client.js';

export interface EffectKey {
  readonly ref: string;
  readonly seq: number;
}

const mostShown = 500;

/** Whether each effect has left: read by the incidents page, and what makes a second delivery do nothing. */
export class EffectLedger {
  constructor(private readonly prisma: PrismaClient) {}

  /** Counts a new attempt. False when the effect is done or was given up: nothing to do then. */
  async begin({ ref, seq }: EffectKey): Promise<boolean> {
    await this.prisma.effect.createMany({ data: { caseRef: ref, seq, status: 'pending' }, skipDuplicates: true });
    const { count } = await this.prisma.effect.updateMany({ where: unsettled({ ref, seq }), data: { attempts: { increment: 1 } } });
    return count === 1;
  }

  async succeed({ ref, seq }: EffectKey): Promise<void> {
    await this.settle({ ref, seq }, { status: 'done', lastError: null });
  }

  async fail({ ref, seq }: EffectKey, error: unknown): Promise<void> {
    await this.settle({ ref, seq }, { status: 'failing', lastError: describe(error) });
  }

  /** Somebody gave the effect up meanwhile: that stands. */
  private async settle(key: EffectKey, data: { status: string; lastError: string | null }): Promise<void> {
    await this.prisma.effect.updateMany({ where: unsettled(key), data });
  }
}

const unsettled = ({ ref, seq }: EffectKey) => ({ caseRef: ref, seq, status: { notIn: ['done', 'abandoned'] } });

/** For engineers, shown with the incident: addresses of people are left out. */
function describe(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.replace(/[^\s<>"']+@[^\s<>"']+/g, '[adresse]').slice(0, mostShown);
}
