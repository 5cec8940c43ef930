import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { typeset } from '../../typeset.js';

/** Marianne, the State's own typeface, as the design system ships it. */
const folder = join(dirname(createRequire(import.meta.url).resolve('@codegouvfr/react-dsfr/package.json')), 'dsfr', 'fonts');

export const fonts = {
  regular: join(folder, 'Marianne-Regular.woff'),
  medium: join(folder, 'Marianne-Medium.woff'),
  bold: join(folder, 'Marianne-Bold.woff'),
  italic: join(folder, 'Marianne-Regular_Italic.woff'),
};

/** Text with French spacing; Marianne has no narrow no-break space, the ordinary one is the nearest. */
export const drawable = (text: string): string => typeset(text).replaceAll('\u202F', '\u00A0');
