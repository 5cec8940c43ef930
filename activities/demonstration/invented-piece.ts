import { Page } from '../documents/letters/page.js';

let drawn: Promise<Buffer> | undefined;

/** The content of every file that the demonstration's people sent: one page that says that it is invented. */
export function inventedPiece(): Promise<Buffer> {
  return (drawn ??= draw());
}

function draw(): Promise<Buffer> {
  const page = new Page({ title: 'Pièce de démonstration', author: 'Jalon', at: Date.UTC(2024, 0, 9) });
  page.write('H1', 'Pièce de démonstration', { face: 'bold', size: 18, gap: 18 });
  page.write('P', 'Ce fichier est fictif : il tient la place de celui qu’une personne aurait joint à son dossier.');
  return page.finish(() => 'Données fictives');
}
