import type { ReactNode } from 'react';
import type { Resource } from '../api/use-resource.js';
import { Loading } from './loading.js';
import { Page } from './page.js';
import { ProblemAlert } from './problem-alert.js';

interface Props<T> {
  readonly resource: Resource<T>;
  readonly children: (data: T) => ReactNode;
}

/** A page about one thing, once it is read; or a page that says why it could not be. */
export function LoadedPage<T>({ resource: { data, problem }, children }: Props<T>) {
  if (data === undefined && problem) {
    return (
      <Page title={problem.message} trail={[]}>
        <p className="fr-text--lead">{problem.help}</p>
      </Page>
    );
  }
  if (data === undefined) return <Loading />;
  return (
    <>
      <ProblemAlert problem={problem} />
      {children(data)}
    </>
  );
}
