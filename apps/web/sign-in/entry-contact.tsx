import type { Schemas } from '../api/client.js';

/** Whom to write to, for people who are not signed in. */
export function EntryContact({ contact: { name, email, phone } }: { readonly contact: Schemas['EntryContact'] }) {
  return (
    <>
      {name}, <a href={`mailto:${email}`}>{email}</a>, {phone}
    </>
  );
}
