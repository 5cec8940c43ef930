import type { AnchorHTMLAttributes } from 'react';
import { Link } from 'react-router';

/** The link of every DSFR component: a navigation inside the application, or a plain link to what the server sends. */
export function AppLink({ href = '', ...rest }: AnchorHTMLAttributes<HTMLAnchorElement>) {
  const plain = href.startsWith('/api/') || href.startsWith('#') || /^[a-z]+:/.test(href);
  return plain ? <a href={href} {...rest} /> : <Link to={href} {...rest} />;
}
