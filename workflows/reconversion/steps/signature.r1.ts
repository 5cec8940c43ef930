import type { CaseFile } from '../../kit/case-file.js';
import type { PersonId } from '../../kit/people.js';

/** In which capacity a decision on a journey is signed (CRPA L212-1) [D]. */
const capacity = 'Le responsable du programme de reconversion, par délégation';

const visas = [
  'le code général de la fonction publique',
  'le code des relations entre le public et l’administration, notamment ses articles L211-2 et L231-4',
  'le décret n° 2007-1470 du 15 octobre 2007 relatif à la formation professionnelle tout au long de la vie des fonctionnaires de l’État',
];

/** What a decision's letter says of it: texts, remedies, who decided, in which capacity, when. */
export const decisionBy = (file: CaseFile, decidedBy: PersonId, as = capacity) => ({
  visas,
  remedies: 'court' as const,
  decidedBy,
  capacity: as,
  decidedOn: file.today(),
});
