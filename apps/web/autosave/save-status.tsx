import { timeOf } from '../french/moments.js';
import type { SaveState } from './use-autosave.js';

/** Where the draft stands: « Brouillon enregistré à 14 h 32 ». Polite: it never interrupts who is typing. */
export function SaveStatus({ state }: { readonly state: SaveState }) {
  return (
    <p role="status" className="fr-text--sm jalon-save-status">
      {sentence(state)}
    </p>
  );
}

function sentence(state: SaveState): string {
  switch (state.kind) {
    case 'untouched':
      return 'Le brouillon s’enregistre tout seul.';
    case 'unsaved':
      return 'Modifications à enregistrer…';
    case 'saving':
      return 'Enregistrement…';
    case 'saved':
      return `Brouillon enregistré à ${timeOf(state.at)}`;
    case 'failed':
      return `Brouillon gardé sur cet appareil seulement\u00a0: ${state.problem.message.toLocaleLowerCase('fr')}.`;
  }
}
