const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text as it may stand in a page or in an attribute. */
export const escaped = (text: string) => text.replace(/[&<>"']/g, (character) => escapes[character] ?? character);

/** A whole page around a content that is HTML already. No script and no style stands in it: the content policy allows none. */
export const page = (title: string, content: string, script?: string) => `<!doctype html>
<html lang="fr">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${escaped(title)} – Fournisseur d’identité de démonstration</title>
    <link rel="stylesheet" href="/style.css">
    ${script === undefined ? '' : `<script src="${script}" defer></script>`}
  </head>
  <body>
    <header>
      <p class="brand">République<br>française</p>
      <p class="service">Fournisseur d’identité de démonstration</p>
      <p class="notice">Comptes fictifs, sans mot de passe\u00a0: ce serveur tient la place de ProConnect sur cette machine.</p>
    </header>
    <main>
      <h1>${escaped(title)}</h1>
      ${content}
    </main>
  </body>
</html>
`;
