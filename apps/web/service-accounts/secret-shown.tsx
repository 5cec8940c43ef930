import { Button } from '@codegouvfr/react-dsfr/Button';
import { announce } from '../layout/announcer.js';
import { Dialog } from '../layout/dialog.js';

interface Props {
  readonly title: string;
  readonly explanation: string;
  /** What there is to copy, by its label. */
  readonly values: Readonly<Record<string, string>>;
  readonly onClose: () => void;
}

/** A secret, shown this once. */
export function SecretShown({ title, explanation, values, onClose }: Props) {
  const copy = async (label: string, value: string) => {
    await navigator.clipboard.writeText(value);
    announce(`${label}\u00a0: copié.`);
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <p>{explanation}</p>
      <dl>
        {Object.entries(values).map(([label, value]) => (
          <div key={label} className="fr-mb-2w">
            <dt className="fr-text--bold">{label}</dt>
            <dd>
              <code>{value}</code>{' '}
              <Button size="small" priority="tertiary" iconId="fr-icon-clipboard-line" onClick={() => void copy(label, value)}>
                {`Copier\u00a0: ${label}`}
              </Button>
            </dd>
          </div>
        ))}
      </dl>
      <Button onClick={onClose}>Je l’ai enregistré</Button>
    </Dialog>
  );
}
