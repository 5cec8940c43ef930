import { Button } from '@codegouvfr/react-dsfr/Button';
import { useEffect, useState } from 'react';
import type { ZodType } from 'zod';
import { api, ask } from '../api/client.js';
import { useAct } from '../api/use-act.js';
import { check } from '../forms/errors.js';
import type { FormValue } from '../forms/value.js';
import { fileSize } from '../french/amounts.js';
import { ProblemAlert } from '../layout/problem-alert.js';

interface Props {
  readonly taskId: string;
  readonly form: ZodType;
  readonly answer: FormValue;
}

/** The letter that the answer, as it is written now, would send: a PDF marked as a draft. Nothing is sent. */
export function LetterPreview({ taskId, form, answer }: Props) {
  const [letter, setLetter] = useState<{ readonly url: string; readonly size: number }>();
  useEffect(
    () => () => {
      if (letter) URL.revokeObjectURL(letter.url);
    },
    [letter],
  );
  // What was changed since is not in the letter that was shown.
  useEffect(() => setLetter(undefined), [answer]);

  const show = useAct(async () => {
    const written = check(form, answer).answer ?? answer;
    const request = api.POST('/api/tasks/{id}/preview', { params: { path: { id: taskId } }, body: { answer: written }, parseAs: 'blob' });
    const pdf = await ask(request);
    setLetter({ url: URL.createObjectURL(pdf), size: pdf.size });
  });

  return (
    <div className="fr-mt-3w">
      <ProblemAlert problem={show.problem} />
      <Button type="button" priority="secondary" disabled={show.busy} onClick={() => void show.run()}>
        {show.busy ? 'Préparation du courrier…' : 'Voir le courrier'}
      </Button>
      <div aria-live="polite">
        {letter && (
          <p className="fr-mt-2w fr-mb-0">
            <a className="fr-link fr-link--download" href={letter.url} target="_blank" rel="noopener">
              Ouvrir le projet de courrier
              <span className="fr-link__detail">PDF – {fileSize(letter.size)} – nouvelle fenêtre – rien n’est envoyé</span>
            </a>
          </p>
        )}
      </div>
    </div>
  );
}
