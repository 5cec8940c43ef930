import type { ReactNode } from 'react';
import type { Resource } from '../api/use-resource.js';
import { Loading } from './loading.js';
import { ProblemAlert } from './problem-alert.js';

interface Props<T> {
  readonly resource: Resource<T>;
  readonly children: (data: T) => ReactNode;
}

/** What was read, once it is; or why it could not be. */
export function Loaded<T>({ resource: { data, problem }, children }: Props<T>) {
  if (data === undefined) return problem ? <ProblemAlert problem={problem} /> : <Loading />;
  return (
    <>
      <ProblemAlert problem={problem} />
      {children(data)}
    </>
  );
}
