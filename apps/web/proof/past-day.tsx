import { Button } from '@codegouvfr/react-dsfr/Button';
import { Input } from '@codegouvfr/react-dsfr/Input';
import { Notice } from '@codegouvfr/react-dsfr/Notice';
import { type SyntheticEvent, useEffect } from 'react';
import { useSearchParams } from 'react-router';
import { frenchDate } from '#workflows/calendar/french.js';
import { announce } from '../layout/announcer.js';

/** The day of the address at which the case is read; undefined: as it is now. */
export function usePastDay(): string | undefined {
  const [search] = useSearchParams();
  return search.get(name) ?? undefined;
}

const name = 'au';

interface FormProps {
  readonly caseRef: string;
  readonly day?: string;
  /** First and last day that can be asked for. */
  readonly from?: string;
  readonly until?: string;
}

/** « Voir le dossier au … »: the day goes into the address, so that it can be shared and the browser goes back. */
export function PastDayForm({ caseRef, day = '', from, until }: FormProps) {
  const [, setSearch] = useSearchParams();
  const show = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget).get(name);
    setSearch(typeof typed === 'string' && typed !== '' ? { [name]: typed } : {});
  };
  return (
    <form onSubmit={show} aria-label="Voir le dossier à une date passée">
      <Input
        key={`${caseRef} ${day}`}
        label="Voir le dossier au"
        hintText="Tel qu’il était à la fin de ce jour"
        nativeInputProps={{ type: 'date', name, defaultValue: day, min: from, max: until, required: true }}
      />
      <Button type="submit" size="small" priority="secondary">
        Voir à cette date
      </Button>
    </form>
  );
}

/** Says above all else that this is the past, and leads back. */
export function PastDayNotice({ caseRef, day }: { readonly caseRef: string; readonly day: string }) {
  const title = `Dossier tel qu’il était le ${frenchDate(day)}`;
  useEffect(() => announce(title), [title]);
  // The link back goes away with this notice: the focus goes to the title, not to nowhere.
  useEffect(() => () => document.querySelector('h1')?.focus({ preventScroll: true }), []);
  return (
    <Notice
      className="fr-mb-3w"
      severity="warning"
      title={title}
      description="Rien ne peut y être fait."
      link={{ linkProps: { href: `/dossiers/${caseRef}`, target: '_self', rel: undefined }, text: 'Revenir au dossier d’aujourd’hui' }}
    />
  );
}
