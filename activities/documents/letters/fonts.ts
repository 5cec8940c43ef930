import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { openSync } from 'fontkit';
import { typeset } from '../../typeset.js';

/** Marianne, the State's own typeface, as the design system ships it. */
const folder = join(dirname(createRequire(import.meta.url).resolve('@codegouvfr/react-dsfr/package.json')), 'dsfr', 'fonts');

const files = {
  regular: 'Marianne-Regular.woff',
  medium: 'Marianne-Medium.woff',
  bold: 'Marianne-Bold.woff',
  italic: 'Marianne-Regular_Italic.woff',
};

export type Face = keyof typeof files;

let opened: readonly (readonly [string, ReturnType<typeof openSync>])[] | undefined;

/** Gives a document the faces by their names. They are read once: taking a font apart costs more than drawing a letter. */
export function registerFaces(pdf: PDFKit.PDFDocument): void {
  opened ??= Object.entries(files).map(([face, file]) => [face, openSync(join(folder, file))]);
  // A font that is open already: PDFKit takes it, its types do not know.
  for (const [face, font] of opened) pdf.registerFont(face, font as unknown as Buffer);
}

/** Text with French spacing; Marianne has no narrow no-break space, the ordinary one is the nearest. */
export const drawable = (text: string): string => typeset(text).replaceAll('\u202F', '\u00A0');
