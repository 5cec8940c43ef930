import { inflateSync } from 'node:zlib';

/** What a reader of an uncomplicated PDF (pdfkit's) finds in it. */
export interface ReadPdf {
  /** The text in drawing order, words as they are drawn, white space reduced to single spaces. */
  readonly text: string;
  /** Dictionary of an object, as it is written. */
  readonly catalog: string;
  readonly objects: ReadonlyMap<number, string>;
  /** Types of the structure elements, such as `H1` or `TH`. */
  readonly tags: readonly string[];
}

/** Reads text through each font's ToUnicode map: what a person could copy, not only what they see. */
export function readPdf(bytes: Buffer): ReadPdf {
  const source = bytes.toString('latin1');
  const objects = new Map<number, string>();
  const streams = new Map<number, string>();
  for (const match of source.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const [, id, body] = match as unknown as [string, string, string];
    const stream = /([\s\S]*?)\nstream\n([\s\S]*)\nendstream/.exec(body);
    objects.set(Number(id), stream ? stream[1]! : body);
    if (stream) streams.set(Number(id), unpacked(Buffer.from(stream[2]!, 'latin1'), stream[1]!));
  }
  const all = [...objects.values()];
  const fonts = fontMaps(objects, streams);
  const pages = all.filter((body) => /\/Type \/Page\b(?!s)/.test(body));
  const text = pages.map((page) => pageText(streams.get(reference(page, 'Contents')) ?? '', fonts)).join(' ');
  return {
    text: text.replace(/[\s\u00A0\u202F]+/g, ' '),
    catalog: all.find((body) => /\/Type \/Catalog/.test(body)) ?? '',
    objects,
    tags: all.flatMap((body) => /^\/S \/(\w+)$/m.exec(body)?.[1] ?? []),
  };
}

const unpacked = (data: Buffer, dictionary: string): string =>
  (dictionary.includes('/FlateDecode') ? inflateSync(data) : data).toString('latin1');

/** The object number that a dictionary's key points to. */
export const reference = (dictionary: string, key: string): number => Number(new RegExp(`/${key} (\\d+) 0 R`).exec(dictionary)?.[1]);

type FontMap = ReadonlyMap<number, string>;

/** Glyph to text, by the font's resource name. */
function fontMaps(objects: ReadonlyMap<number, string>, streams: ReadonlyMap<number, string>): ReadonlyMap<string, FontMap> {
  const fonts = new Map<string, FontMap>();
  for (const body of objects.values()) {
    for (const [, name, id] of body.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      fonts.set(name!, unicodeMap(streams.get(reference(objects.get(Number(id)) ?? '', 'ToUnicode')) ?? ''));
    }
  }
  return fonts;
}

function unicodeMap(cmap: string): FontMap {
  const map = new Map<number, string>();
  for (const [, first, list] of cmap.matchAll(/<([0-9a-f]+)> <[0-9a-f]+> \[([^\]]*)\]/gi)) {
    [...list!.matchAll(/<([0-9a-f ]*)>/gi)].forEach(([, hex], i) => map.set(parseInt(first!, 16) + i, utf16(hex!.replaceAll(' ', ''))));
  }
  return map;
}

const utf16 = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le');

function pageText(content: string, fonts: ReadonlyMap<string, FontMap>): string {
  let font: FontMap = new Map();
  let text = '';
  for (const [, name, array] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (name) font = fonts.get(name) ?? new Map<number, string>();
    else text += `${[...array!.matchAll(/<([0-9a-f]*)>/gi)].map(([, hex]) => decoded(hex!, font)).join('')} `;
  }
  return text;
}

const decoded = (hex: string, font: FontMap): string =>
  (hex.match(/.{4}/g) ?? []).map((glyph) => font.get(parseInt(glyph, 16)) ?? '\uFFFD').join('');
