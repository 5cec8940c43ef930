import type { Block, Letter, Signature } from './letter.js';
import { blue, type Element, muted, type Page, type Place, rule, type Style } from './page.js';

type Parent = Element | undefined;

/** Draws blocks one under the other. */
export function drawBlocks(page: Page, blocks: readonly Block[], place: Place = page.full, parent?: Parent, size = 10): void {
  for (const [i, block] of blocks.entries()) {
    // What announces a table stands on the table's page; so does the heading over a list of facts.
    const next = blocks[i + 1];
    if (next?.kind === 'table' || (block.kind === 'heading' && next?.kind === 'facts')) page.keep(tableHeight(next.rows.length) + 50);
    drawBlock(page, block, place, parent, size);
  }
}

function drawBlock(page: Page, block: Block, place: Place, parent: Parent, size: number): void {
  switch (block.kind) {
    case 'heading':
      // A heading stays with the first lines that follow it.
      page.keep(60);
      page.pdf.y += 6;
      return page.write('H2', block.text, { face: 'bold', size: size + 1.5, gap: 5 }, place, parent);
    case 'paragraph':
      return page.write('P', block.text, { size, gap: 7 }, place, parent);
    case 'list':
      return drawList(page, block.items, place, parent, size);
    case 'facts':
      return drawTable(page, { caption: block.caption, rows: block.rows, headColumn: true }, place, parent, size);
    case 'table':
      return drawTable(page, { caption: block.caption, head: block.head, rows: block.rows, headColumn: false }, place, parent, size);
  }
}

function drawList(page: Page, items: readonly string[], place: Place, parent: Parent, size: number): void {
  const indent = 14;
  const inner = { x: place.x + indent, width: place.width - indent };
  page.group('L', parent, (listElement) => {
    for (const item of items) {
      page.keep(Math.min(page.height(item, { size }, inner.width), 60));
      page.group('LI', listElement, (element) => {
        const { y } = page.pdf;
        page.group('Lbl', element, (label) => label.add(() => page.draw('–', { size, color: blue }, { x: place.x, width: indent }, y)));
        page.pdf.y = y;
        page.write('LBody', item, { size, gap: 4 }, inner, element);
      });
    }
  });
  page.pdf.y += 5;
}

interface Grid {
  readonly caption: string;
  readonly head?: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly headColumn: boolean;
}

const padding = 5;

function drawTable(page: Page, { caption, head, rows, headColumn }: Grid, place: Place, parent: Parent, size: number): void {
  const widths = headColumn ? [place.width * 0.36, place.width * 0.64] : byContent(place.width, head ? [head, ...rows] : rows);
  page.keep(tableHeight(rows.length));
  page.group('Table', parent, (element) => {
    page.write('Caption', caption, { face: 'medium', size: size - 1, color: muted, gap: 3 }, place, element);
    line(page, place);
    const amounts = widths.map((_, column) => rows.every((row) => isAmount(row[column] ?? '')));
    const alignOf = (column: number) => (amounts[column] ? 'right' : 'left');
    const draw = (cells: readonly string[], scopeOf: Row['scopeOf']) =>
      drawRow(page, { cells, widths, scopeOf, alignOf, size }, place, element);
    if (head) draw(head, () => 'Column');
    for (const row of rows) draw(row, (column) => (headColumn && column === 0 ? 'Row' : undefined));
  });
  page.pdf.y += 10;
}

interface Row {
  readonly cells: readonly string[];
  readonly widths: readonly number[];
  readonly scopeOf: (column: number) => 'Row' | 'Column' | undefined;
  readonly alignOf: (column: number) => 'left' | 'right';
  readonly size: number;
}

function drawRow(page: Page, { cells, widths, scopeOf, alignOf, size }: Row, place: Place, parent: Element): void {
  const styles = cells.map((_, column): Style => ({ size, face: scopeOf(column) ? 'medium' : 'regular', align: alignOf(column) }));
  const height = Math.max(...cells.map((cell, column) => page.height(cell, styles[column]!, widths[column]! - 2 * padding)));
  page.keep(height + 2 * padding);
  const { y } = page.pdf;
  page.group('TR', parent, (row) => {
    let { x } = place;
    for (const [column, cell] of cells.entries()) {
      const scope = scopeOf(column);
      const width = widths[column]!;
      const at = x;
      // `scope` is written by pdfkit and missing from its types.
      const element = page.pdf.struct(scope ? 'TH' : 'TD', { scope } as PDFKit.Mixins.StructureElementOptions);
      row.add(element);
      element.add(() => page.draw(cell, styles[column]!, { x: at + padding, width: width - 2 * padding }, y + padding));
      element.end();
      x += width;
    }
  });
  page.pdf.y = y + height + 2 * padding;
  line(page, place);
}

const isAmount = (cell: string): boolean => /^[−\d][\d\u202F,]*[ \u00A0][€%]$/.test(cell);

/** About what a table takes, so that a short one is not cut. */
const tableHeight = (rows: number): number => Math.min(50 + rows * 32, 320);

/** Columns as wide as their longest text asks, none under half or over twice its even part. */
function byContent(width: number, rows: readonly (readonly string[])[]): number[] {
  const lengths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const even = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  const weights = lengths.map((length) => Math.min(Math.max(length, even / 2), even * 2));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => (width * weight) / total);
}

function line(page: Page, { x, width }: Place): void {
  const { pdf } = page;
  page.artifact(() =>
    pdf
      .moveTo(x, pdf.y)
      .lineTo(x + width, pdf.y)
      .lineWidth(0.5)
      .stroke(rule),
  );
}

/** Capacity, then name, on the right; two signatures stand side by side. */
export function drawSignatures(page: Page, signatures: readonly Signature[]): void {
  if (signatures.length === 0) return;
  page.keep(110);
  page.pdf.y += 12;
  const width = page.full.width / 2 - 10;
  const { y } = page.pdf;
  let bottom = y;
  for (const [i, { capacity, name, note }] of signatures.entries()) {
    const place = { x: page.full.x + (signatures.length === 1 || i % 2 === 1 ? width + 20 : 0), width };
    page.pdf.y = y;
    page.write('P', capacity, { gap: 14 }, place);
    page.write('P', name, { face: 'bold', gap: 3 }, place);
    if (note) page.write('P', note, { size: 8.5, color: muted }, place);
    bottom = Math.max(bottom, page.pdf.y);
  }
  page.pdf.y = bottom + 12;
}

/** What must be known besides, beside a blue bar. */
export function drawNotice(page: Page, notice: Letter['notices'][number]): void {
  const { pdf, full } = page;
  const place = { x: full.x + 14, width: full.width - 14 };
  page.keep(noticeHeight(page, notice, place.width));
  pdf.y += 8;
  page.group('Sect', undefined, (element) => {
    const pageBefore = pdf.page;
    const { y } = pdf;
    page.write('H2', notice.title, { face: 'bold', size: 10.5, color: blue, gap: 5 }, place, element);
    drawBlocks(page, notice.blocks, place, element, 9);
    const top = pdf.page === pageBefore ? y : pdf.page.margins.top;
    page.artifact(() => pdf.rect(full.x, top, 3, pdf.y - top - 4).fill(blue));
  });
}

/** At most what a notice takes: it is better read on one page. */
function noticeHeight(page: Page, { blocks }: Letter['notices'][number], width: number): number {
  const texts = blocks.flatMap((block) => (block.kind === 'list' ? block.items : 'text' in block ? [block.text] : []));
  return texts.reduce((sum, text) => sum + page.height(text, { size: 9 }, width - 14) + 8, 40);
}
