import { as } from './running-jalon.js';

const minute = 60_000;

/** What somebody's menu leads to is open to them. */
export function menus() {
  test.each([
    ['Nour Système', 'Incidents', 'Dossiers'],
    ['Mahé Contrôle', 'Dossiers', 'Incidents'],
  ])(
    'nothing in the menu of %s is refused to them, nor asked for by their home page',
    (name, open, closed) =>
      as(name, async ({ page }) => {
        const refused: string[] = [];
        page.on('response', (response) => response.status() === 403 && refused.push(response.url()));
        const menu = page.getByRole('banner').getByRole('navigation');
        await menu.getByRole('link', { name: open, exact: true }).waitFor();
        expect(await menu.getByRole('link', { name: closed, exact: true }).count()).toBe(0);
        const links = await menu.getByRole('link').all();
        const hrefs = await Promise.all(links.map((link) => link.getAttribute('href')));
        for (const href of hrefs) {
          await page.goto(href ?? '', { waitUntil: 'networkidle' });
          await page.getByRole('heading', { level: 1 }).waitFor();
        }
        expect(refused).toEqual([]);
      }),
    2 * minute,
  );
}
