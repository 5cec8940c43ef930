import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import PDFDocument from 'pdfkit';
import { drawable, type Face, registerFaces } from './fonts.js';

export const ink = '#161616';
export const muted = '#5b5b5b';
export const blue = '#000091';
export const red = '#e1000f';
export const rule = '#dddddd';

export const margin = { left: 64, right: 64, top: 48, bottom: 70 };

export type Element = ReturnType<PDFKit.PDFDocument['struct']>;
export interface Style {
  readonly face?: Face;
  readonly size?: number;
  readonly color?: string;
  readonly gap?: number;
  readonly align?: 'left' | 'right';
}

export interface Place {
  readonly x: number;
  readonly width: number;
}

/**
 * A tagged page to write on: every text belongs to an element of the structure tree, everything else is an artifact, so that
 * a screen reader tells the letter in its order (RGAA 13.3, PDF/UA-1).
 */
export class Page {
  readonly pdf: PDFKit.PDFDocument;
  readonly full: Place;
  private readonly bytes: Promise<Buffer>;
  private readonly root: Element;
  private readonly watermark: string | undefined;

  /** `at` is the only time the file knows: the same letter gives the same bytes. */
  constructor(options: { title: string; author: string; at: number; watermark?: string }) {
    const { title, author, at } = options;
    this.watermark = options.watermark;
    this.pdf = new PDFDocument({
      size: 'A4',
      margins: margin,
      pdfVersion: '1.7',
      tagged: true,
      lang: 'fr-FR',
      displayTitle: true,
      bufferPages: true,
      // None by itself: a standard font would not be embedded, as PDF/UA wants.
      font: null as unknown as string,
      info: { Title: title, Author: author, Producer: 'Jalon', Creator: 'Jalon', CreationDate: new Date(at) },
      // The types know PDF/A only.
      subset: 'PDF/UA' as PDFKit.Mixins.PDFSubsets,
    });
    registerFaces(this.pdf);
    this.full = { x: margin.left, width: this.pdf.page.width - margin.left - margin.right };
    this.bytes = buffer(this.pdf.pipe(new PassThrough()));
    this.root = this.pdf.struct('Document');
    this.pdf.addStructure(this.root);
  }

  /** Opens an element; what `fill` adds comes under it. `spoken` is read aloud in place of what is drawn. */
  group(tag: string, parent: Element | undefined, fill: (element: Element) => void, spoken?: string): void {
    const element = this.pdf.struct(tag, spoken === undefined ? {} : { actual: spoken });
    (parent ?? this.root).add(element);
    fill(element);
    element.end();
  }

  /** Writes one element of text at the cursor and moves the cursor below. */
  write(tag: string, text: string, style: Style = {}, place: Place = this.full, parent?: Element): void {
    const { gap = 6 } = style;
    this.group(tag, parent, (element) => element.add(() => this.draw(text, style, place, this.pdf.y)));
    this.pdf.y += gap;
  }

  /** Draws what is not part of the reading: a rule, a coloured bar, a page number. */
  artifact(draw: () => void, type: 'Layout' | 'Pagination' = 'Layout'): void {
    this.pdf.markContent('Artifact', { type });
    draw();
    this.pdf.endMarkedContent();
  }

  draw(text: string, { face = 'regular', size = 10, color = ink, align = 'left' }: Style, { x, width }: Place, y: number): void {
    this.pdf
      .font(face)
      .fontSize(size)
      .fillColor(color)
      .text(drawable(text), x, y, { width, align, lineGap: size * 0.3 });
  }

  height(text: string, { face = 'regular', size = 10 }: Style, width: number): number {
    return this.pdf
      .font(face)
      .fontSize(size)
      .heightOfString(drawable(text), { width, lineGap: size * 0.3 });
  }

  /** Writes lines one under the other, as one element read as one phrase. */
  lines(lines: readonly string[], style: Style, place: Place, spoken = lines.join(', ')): void {
    const draw = () => lines.forEach((line) => this.draw(line, style, place, this.pdf.y));
    this.group('P', undefined, (element) => element.add(draw), spoken);
  }

  /** Goes to the next page unless `height` still fits on this one. */
  keep(height: number): void {
    const end = this.pdf.page.height - margin.bottom;
    if (this.pdf.y + height > end) this.pdf.addPage();
  }

  /** Writes across the page, over what stands there and light enough to read it. */
  private mark(text: string): void {
    const { width, height } = this.pdf.page;
    const size = 110;
    this.artifact(() => {
      this.pdf.save();
      this.pdf.rotate(-45, { origin: [width / 2, height / 2] });
      this.pdf
        .font('bold' satisfies Face)
        .fontSize(size)
        .fillColor(blue)
        .fillOpacity(0.12)
        .text(text, 0, height / 2 - size / 2, { width, align: 'center', lineBreak: false });
      this.pdf.restore();
      this.pdf.fillOpacity(1);
    }, 'Pagination');
  }

  /** Ends the document: the foot of every page, then the bytes. */
  finish(foot: (number: number, count: number) => string): Promise<Buffer> {
    this.root.end();
    const { start, count } = this.pdf.bufferedPageRange();
    for (let i = start; i < start + count; i++) {
      this.pdf.switchToPage(i);
      // Text under the margin would begin a new page.
      this.pdf.page.margins.bottom = 0;
      if (this.watermark !== undefined) this.mark(this.watermark);
      this.artifact(() => {
        const y = this.pdf.page.height - 44;
        this.pdf
          .moveTo(this.full.x, y - 8)
          .lineTo(this.full.x + this.full.width, y - 8)
          .lineWidth(0.5)
          .stroke(rule);
        this.draw(foot(i + 1, count), { size: 7.5, color: muted }, this.full, y);
      }, 'Pagination');
    }
    this.pdf.end();
    return this.bytes;
  }
}
