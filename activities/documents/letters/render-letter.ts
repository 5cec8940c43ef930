import { drawBlocks, drawNotice, drawSignatures } from './letter-body.js';
import { letterHead } from './letter-head.js';
import type { Letter } from './letter.js';
import { Page } from './page.js';

/**
 * A letter as tagged PDF 1.7 (PDF/UA-1), in A4. `at`, in milliseconds, is its creation date: same letter, same bytes. A draft says on
 * every page, and in its title, that it is one.
 */
export function renderLetter(letter: Letter, at: number, { draft = false } = {}): Promise<Buffer> {
  const title = `${draft ? 'Projet – ' : ''}${letter.title} – dossier ${letter.reference}`;
  const page = new Page({ title, author: letter.service.name, at, ...(draft && { watermark: 'PROJET' }) });
  letterHead(page, letter);
  drawBlocks(page, letter.blocks);
  drawSignatures(page, letter.signatures);
  for (const notice of letter.notices) drawNotice(page, notice);
  return page.finish((number, count) => `${letter.service.name} – dossier nº ${letter.reference} – page ${number} sur ${count}`);
}
