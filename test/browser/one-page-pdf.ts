import PDFDocument from 'pdfkit';

/** A real PDF of one page. */
export function onePagePdf(sentence: string): Promise<Buffer> {
  const document = new PDFDocument();
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const whole = new Promise<Buffer>((resolve) => document.on('end', () => resolve(Buffer.concat(chunks))));
  document.text(sentence).end();
  return whole;
}
