import type { Stage } from '../kit/case-file.js';

export const stages = {
  preparation: { id: 'preparation', label: 'Préparation et notation' },
  sitting: { id: 'sitting', label: 'Séance' },
  minutes: { id: 'minutes', label: 'Procès-verbal' },
} as const satisfies Record<string, Stage>;
