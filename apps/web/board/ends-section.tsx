import { frenchDate } from '#workflows/calendar/french.js';
import type { Schemas } from '../api/client.js';
import { monthWords } from '../figures/figure-words.js';
import { count } from '../french/amounts.js';
import { casesHref } from './board-words.js';
import { ColumnChart } from './column-chart.js';

type Procedure = Schemas['BoardProcedure'];

const shortMonth = new Intl.DateTimeFormat('fr-FR', { month: 'short', year: '2-digit', timeZone: 'UTC' });

/** When what runs would end if everybody acted as expected: in words, then month by month. */
export function EndsSection({ procedure: { id, label, listed, ends } }: { readonly procedure: Procedure }) {
  return (
    <>
      <p>{endsSentence(ends)}</p>
      {ends.months.length > 0 && (
        <ColumnChart
          title={`${label}\u00a0: fins prévues, par mois`}
          unit="Mois"
          counts="Fins prévues"
          bars={ends.months.map(({ month, count: cases }) => ({
            key: month,
            label: monthWords(month),
            shortLabel: shortMonth.format(new Date(`${month}-01`)),
            ...(cases !== undefined && { count: cases }),
            ...(listed && { href: casesHref({ procedure: id, month }) }),
          }))}
        />
      )}
    </>
  );
}

function endsSentence({ foreseen, earliest, median, latest, endless = 0, unforeseen = 0 }: Schemas['BoardEnds']): string {
  if (median === undefined) return 'Aucune fin n’est prévue, ou trop peu pour être affichées.';
  const half = `La moitié des dossiers en cours serait close le ${frenchDate(median)}`;
  if (foreseen === undefined || earliest === undefined || latest === undefined) return `${half}.`;
  const without = [
    ...(endless > 0 ? [`${count(endless, 'dossier', 'dossiers')} sans fin prévue tant que personne n’agit`] : []),
    ...(unforeseen > 0 ? [count(unforeseen, 'dossier imprévisible', 'dossiers imprévisibles')] : []),
  ];
  const rest = without.length > 0 ? ` S’y ajoutent ${without.join(' et ')}.` : '';
  return `${half}, sur ${count(foreseen, 'fin prévue', 'fins prévues')} du ${frenchDate(earliest)} au ${frenchDate(latest)}.${rest}`;
}
