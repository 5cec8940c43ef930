import { Breadcrumb } from '@codegouvfr/react-dsfr/Breadcrumb';
import { type ReactNode, useEffect, useRef } from 'react';

export interface Crumb {
  readonly label: string;
  readonly href: string;
}

interface Props {
  /** The h1, and the document's title unless `documentTitle` says more. */
  readonly title: string;
  readonly documentTitle?: string;
  readonly trail?: readonly Crumb[];
  /** Said beside the title: a status, a reference. */
  readonly above?: ReactNode;
  readonly children: ReactNode;
}

let visited: string | undefined;

/** One page: its title everywhere a title is read, where it stands, and the focus on its heading after a navigation. */
export function Page({ title, documentTitle = title, trail, above, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    document.title = `${documentTitle} – Jalon`;
  }, [documentTitle]);

  useEffect(() => {
    const { pathname } = window.location;
    // The browser itself announces the first page; afterwards nothing would tell that the page has changed.
    if (visited !== undefined && visited !== pathname) {
      window.scrollTo(0, 0);
      heading.current?.focus({ preventScroll: true });
    }
    visited = pathname;
  }, []);

  return (
    <>
      {trail && (
        <Breadcrumb
          className="fr-mb-2w"
          homeLinkProps={{ href: '/' }}
          segments={trail.map(({ label, href }) => ({ label, linkProps: { href } }))}
          currentPageLabel={title}
        />
      )}
      {above}
      <h1 ref={heading} tabIndex={-1} className={trail ? undefined : 'fr-mt-4w'}>
        {title}
      </h1>
      {children}
    </>
  );
}
