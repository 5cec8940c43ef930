import { createReadStream } from 'node:fs';
import { fileTypeFromFile } from 'file-type';
import { FileRefused } from './file-refused.js';
import { announcedType, isAccepted, type MediaType } from './media-types.js';

/**
 * The media type of a received file, by its content. Throws FileRefused: `fileTypeRefused` for what nobody may attach (programs,
 * HTML, SVG, documents with macros, …), `fileTypeMismatch` for a content that is not what the name announces.
 */
export async function sniff(path: string, filename: string): Promise<MediaType> {
  const announced = announcedType(filename);
  if (!announced) throw new FileRefused('fileTypeRefused', 'the extension is not accepted');
  const found = (await fileTypeFromFile(path))?.mime ?? (await textType(path, announced));
  if (found === announced) return announced;
  if (found === undefined || !isAccepted(found)) throw new FileRefused('fileTypeRefused', `the content is ${found ?? 'unknown'}`);
  throw new FileRefused('fileTypeMismatch', `the name announces ${announced}, the content is ${found}`);
}

const markup = /^\s*(?:<!--[\s\S]*?-->\s*)*<(?:!doctype|\?xml|html|head|body|script|svg|iframe|style|meta)\b/i;

/** Text has no signature of its own: no control characters, and nothing that a browser would run. */
async function textType(path: string, announced: MediaType): Promise<string | undefined> {
  let head = '';
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    if (chunk.some(isControl)) return undefined;
    if (head.length < 4096) head += chunk.toString('latin1', 0, 4096);
  }
  if (markup.test(head.replace(/^\u00EF\u00BB\u00BF/, ''))) return 'text/html';
  return announced === 'text/csv' ? announced : 'text/plain';
}

/** Not a character of UTF-8 or Windows-1252 text: control codes other than tab, line feed, form feed, carriage return. */
const isControl = (byte: number): boolean => byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0c && byte !== 0x0d;
