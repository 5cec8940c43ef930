export const brandTop = (
  <>
    République
    <br />
    Française
  </>
);

export const home = { href: '/', title: 'Accueil – Jalon, direction interministérielle du numérique (DINUM)' };
