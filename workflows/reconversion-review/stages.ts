import type { Stage } from '../kit/case-file.js';

export const stages = {
  contributions: { id: 'contributions', label: 'Contributions' },
  recommendation: { id: 'recommendation', label: 'Proposition' },
  decision: { id: 'decision', label: 'Décision' },
  confirmation: { id: 'confirmation', label: 'Confirmation' },
} as const satisfies Record<string, Stage>;
