import type { ProblemKind } from './problem-kind.js';

/** Cases and their tasks, where the back office itself says no. */
export const caseProblems = {
  taskTaken: {
    status: 409,
    title: 'Un collègue a déjà pris cette tâche',
    help: 'Voyez avec lui, ou demandez au responsable de programme de la confier à une autre personne.',
  },
  answerDraftChanged: {
    status: 409,
    title: 'Cette réponse a été modifiée ailleurs',
    help: 'Rechargez la tâche pour voir la dernière version, puis reprenez votre saisie.',
  },
  noLetter: {
    status: 422,
    title: 'Cette réponse n’envoie aucun courrier',
    help: 'Choisissez une réponse qui notifie une décision pour voir le courrier.',
  },
  broughtElsewhere: {
    status: 409,
    title: 'Cet événement ne s’enregistre pas ici',
    help: 'Il vient d’un autre dossier ou d’une autre page.',
  },
  caseNotYetOpened: {
    status: 404,
    title: 'Ce dossier n’existait pas encore ce jour-là',
    help: 'Choisissez le jour de son dépôt ou un jour suivant.',
  },
  dayNotReached: {
    status: 422,
    title: 'Ce jour n’est pas encore arrivé',
    help: 'Choisissez aujourd’hui ou un jour passé\u00a0: un dossier ne se lit pas d’avance.',
  },
  packTooLarge: {
    status: 413,
    title: 'Ce dossier est trop lourd pour une seule archive',
    help: 'Téléchargez ses documents un à un depuis la page du dossier\u00a0; le journal y est aussi.',
  },
  caseNotSealed: {
    status: 409,
    title: 'Ce dossier n’a pas de registre scellé complet',
    help: 'Réessayez dans quelques minutes\u00a0: le service scelle les dossiers à son démarrage. Un dossier détruit ne s’exporte plus.',
  },
  accessAcknowledged: {
    status: 409,
    title: 'C’est déjà vu',
    help: 'Un autre responsable a déjà pris acte de cet accès\u00a0: rechargez la page.',
  },
  nothingAhead: {
    status: 409,
    title: 'Aucune date à atteindre',
    help: 'Ce dossier n’attend aucune date : répondez à une tâche pour qu’il avance.',
  },
} as const satisfies Record<string, ProblemKind>;
