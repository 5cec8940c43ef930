import { frenchDate } from '#workflows/calendar/french.js';
import type { Letter } from './letter.js';
import { blue, ink, muted, type Page, red, rule } from './page.js';

const flag = { width: 33, height: 13 };

/** The top of the first page: the State, the service, the references, the addressee, the subject. */
export function letterHead(page: Page, letter: Letter): void {
  const { pdf, full } = page;
  const half = full.width / 2;
  const right = { x: full.x + half + 16, width: half - 16 };

  stateBlock(page);
  const underState = pdf.y;
  pdf.y = pdf.page.margins.top + 2;
  serviceBlock(page, letter, right);
  pdf.y = Math.max(pdf.y, underState) + 14;

  const top = pdf.y;
  page.write('P', `Dossier nº ${letter.reference}`, { face: 'bold', size: 9.5, gap: 1 }, { x: full.x, width: half });
  const underReference = pdf.y;
  pdf.y = top;
  page.lines(letter.addressee, { face: 'medium' }, right);
  pdf.y += 10;
  page.write('P', `${letter.service.town}, le ${frenchDate(letter.on)}`, { gap: 0 }, right);
  pdf.y = Math.max(pdf.y, underReference) + 26;

  page.write('H1', letter.title, { face: 'bold', size: 16, color: ink, gap: 8 });
  page.artifact(() => pdf.rect(full.x, pdf.y, 40, 2).fill(blue));
  pdf.y += 16;
}

function stateBlock(page: Page): void {
  const { pdf, full } = page;
  const place = { x: full.x, width: full.width / 2 };
  page.artifact(() => {
    const { x } = full;
    pdf.rect(x, pdf.y, flag.width, flag.height).fill('#ffffff');
    pdf.rect(x, pdf.y, flag.width / 2, flag.height).fill(blue);
    pdf.rect(x + flag.width / 2, pdf.y, flag.width / 2, flag.height).fill(red);
  });
  pdf.y += flag.height + 5;
  page.lines(['RÉPUBLIQUE', 'FRANÇAISE'], { face: 'bold', size: 11 }, place, 'République française');
  pdf.y += 2;
  page.lines(['Liberté', 'Égalité', 'Fraternité'], { face: 'italic', size: 7 }, place);
}

function serviceBlock(page: Page, { service }: Letter, place: { x: number; width: number }): void {
  page.write('P', service.name, { face: 'bold', size: 10.5, gap: 2 }, place);
  page.lines([...service.address, service.email, `Tél. : ${service.phone}`], { size: 8.5, color: muted }, place);
  page.pdf.y += 6;
  page.artifact(() => page.pdf.rect(place.x - 16, page.pdf.page.margins.top, 1, page.pdf.y - page.pdf.page.margins.top).fill(rule));
}
