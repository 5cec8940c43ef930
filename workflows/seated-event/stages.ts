import type { Stage } from '../kit/case-file.js';

export const stages = {
  open: { id: 'open', label: 'Inscriptions ouvertes' },
  settled: { id: 'settled', label: 'Liste arrêtée' },
  attendance: { id: 'attendance', label: 'Relevé des présences' },
} as const satisfies Record<string, Stage>;
