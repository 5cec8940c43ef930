import type { ProblemKind } from './problem-kind.js';

/** Files that people send. */
export const fileProblems = {
  fileTooLarge: { status: 413, title: 'Fichier trop lourd', help: 'Un fichier fait 50 Mo au plus : réduisez-le ou découpez-le.' },
  fileTypeRefused: {
    status: 415,
    title: 'Type de fichier refusé',
    help: 'Envoyez un PDF, une image (PNG, JPEG) ou un document bureautique.',
  },
  fileArchiveRefused: {
    status: 422,
    title: 'Archive refusée',
    help: 'Elle est chiffrée, abîmée, ou se déploierait au-delà de ce que Jalon accepte\u00a0: joignez les fichiers un à un.',
  },
  fileInfected: {
    status: 422,
    title: 'Fichier refusé par l’antivirus',
    help: 'Un logiciel malveillant y a été reconnu\u00a0: faites analyser votre poste, puis joignez un fichier sain.',
  },
  virusScanDown: {
    status: 503,
    title: 'Antivirus indisponible',
    help: 'Le fichier n’a pas pu être analysé et n’a pas été gardé\u00a0: joignez-le de nouveau dans quelques minutes.',
  },
  fileMissing: { status: 422, title: 'Aucun fichier reçu', help: 'Choisissez un fichier, puis recommencez.' },
  fileAmbiguous: { status: 422, title: 'Rattachement manquant', help: 'Indiquez le brouillon ou le dossier auquel joindre le fichier.' },
  documentFiled: {
    status: 409,
    title: 'Cette pièce fait partie d’un dossier déposé',
    help: 'Une pièce déposée ne peut plus être retirée.',
  },
} as const satisfies Record<string, ProblemKind>;
