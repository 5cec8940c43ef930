/** Looks close to the State's design system, in as few lines as a stand-in needs. */
export const style = `
:root { color-scheme: light dark; --blue: light-dark(#000091, #8585f6); --text: light-dark(#161616, #fff); --grey: light-dark(#666, #929292);
  --line: light-dark(#ddd, #353535); --alt: light-dark(#f6f6f6, #1e1e1e); --back: light-dark(#fff, #161616); }
* { box-sizing: border-box; }
body { margin: 0; color: var(--text); background: var(--back); font: 1rem/1.5 Marianne, Arial, sans-serif; }
header { display: flex; flex-wrap: wrap; gap: 0 2rem; align-items: center; max-width: 78rem; margin: auto; padding: 1rem 1.5rem; }
.brand { margin: 0; font-size: 1.1rem; font-weight: 700; line-height: 1.2; text-transform: uppercase; }
.service { margin: 0; font-size: 1.25rem; font-weight: 700; }
.notice { flex-basis: 100%; margin: 1rem 0 0; padding: 0.75rem 1.5rem; font-weight: 700; color: light-dark(#0063cb, #518fff); background: light-dark(#e8edff, #272747); }
main { max-width: 78rem; margin: auto; padding: 1rem 1.5rem 3rem; }
h2 { margin: 2rem 0 0.25rem; font-size: 1.375rem; }
ul { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 20rem), 1fr)); gap: 1rem; margin: 1rem 0 0; padding: 0; list-style: none; }
button { font: inherit; cursor: pointer; }
.account { width: 100%; height: 100%; padding: 1rem 1.25rem; text-align: left; color: var(--text); background: var(--back); border: 1px solid var(--line); border-bottom: 4px solid var(--blue); }
.account:hover, .account:active { background: var(--alt); }
.account strong { display: block; color: var(--blue); }
.account span { font-size: 0.875rem; color: var(--grey); }
.main { padding: 0.5rem 1rem; color: var(--back); background: var(--blue); border: 0; }
button:focus-visible, input:focus-visible { outline: 2px solid #0a76f6; outline-offset: 2px; }
fieldset { margin: 1.5rem 0; padding: 1rem 1.25rem; border: 1px solid var(--line); }
legend { padding: 0 0.5rem; font-weight: 700; }
label { display: flex; gap: 0.5rem; }
input { width: 1.25rem; height: 1.25rem; flex: none; accent-color: var(--blue); }
.hint { margin: 0.25rem 0 0 1.75rem; font-size: 0.875rem; color: var(--grey); }
`;

/** Presses the one button of the sign-out page: whoever came there has already said that they leave. */
export const signOutScript = "document.querySelector('button[name=logout]').click();\n";
