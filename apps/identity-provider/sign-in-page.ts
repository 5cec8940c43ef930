import type { Account } from './accounts.js';
import { groups } from './groups.js';
import { escaped, page } from './html.js';

/** One button an account, by groups; and the choice of a second factor, which the application may have asked for. */
export function signInPage(accounts: readonly Account[], strongWanted: boolean): string {
  return page(
    'Choisir un compte',
    `<p>Choisissez la personne fictive que vous êtes. Jalon décide ensuite de ce qu’elle peut voir et faire.</p>
      <form method="post">
        <fieldset>
          <legend>Niveau de la connexion</legend>
          <label><input type="checkbox" name="strong" value="1"${strongWanted ? ' checked' : ''}> Connexion renforcée</label>
          <p class="hint">Comme avec un second facteur. ${
            strongWanted ? 'L’application la demande pour ce que vous alliez faire.' : 'Il en faut une pour décider.'
          }</p>
        </fieldset>
        ${groups.map((group) => section(group, accounts)).join('\n')}
      </form>`,
  );
}

function section({ title, help, roles }: (typeof groups)[number], accounts: readonly Account[]): string {
  const members = accounts.filter(({ role }) => roles.includes(role));
  if (members.length === 0) return '';
  return `<h2>${title}</h2>
        <p>${help}</p>
        <ul>${members.map(button).join('')}</ul>`;
}

const button = ({ email, name, roleLabel }: Account) =>
  `<li><button class="account" name="account" value="${escaped(email)}"><strong>${escaped(name)}</strong> <span>${escaped(roleLabel)}</span></button></li>`;
