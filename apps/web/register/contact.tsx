import type { Schemas } from '../api/client.js';

/** Whom to write to. */
export const Contact = ({ contact: { name, email, address } }: { readonly contact: Schemas['ContactView'] }) => (
  <p>
    {name}
    {address.map((line) => (
      <span key={line} className="jalon-block">
        {line}
      </span>
    ))}
    <a className="fr-link jalon-block" href={`mailto:${email}`}>
      {email}
    </a>
  </p>
);
