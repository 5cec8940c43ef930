import { useEffect, useState } from 'react';

let say: (sentence: string) => void = () => undefined;

/** Says something to people who do not see it change: a number of results, a draft that was saved. */
export const announce = (sentence: string) => say(sentence);

/** Where announcements are written; once on every page. */
export function Announcer() {
  const [sentence, setSentence] = useState('');
  useEffect(() => {
    say = setSentence;
  }, []);
  return (
    <div role="status" aria-live="polite" className="fr-sr-only">
      {sentence}
    </div>
  );
}
