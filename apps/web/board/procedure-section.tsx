import type { Schemas } from '../api/client.js';
import { DirectorsCoverage } from './directors-coverage.js';
import { EndsSection } from './ends-section.js';
import { GroupTable, StagesByGroup } from './group-table.js';
import { StageTable } from './stage-table.js';

interface Props {
  readonly procedure: Schemas['BoardProcedure'];
  /** Also groups that are over. */
  readonly withOver: boolean;
}

/** One procedure: its groups, who is where in them, how they would end. */
export function ProcedureSection({ procedure, withOver }: Props) {
  const groups = procedure.groups.filter(({ over }) => withOver || !over);
  return (
    <section aria-labelledby={procedure.id} className="fr-mt-6w">
      <h2 id={procedure.id}>{procedure.label}</h2>
      {!procedure.listed && (
        <p className="fr-text--sm">
          Un effectif de moins de dix personnes n’est pas affiché, ni ce qui permettrait de le retrouver. La liste des personnes n’est
          visible que du responsable de ce programme.
        </p>
      )}
      {procedure.aim && <DirectorsCoverage aim={procedure.aim} />}
      <h3>Groupes</h3>
      <GroupTable procedure={procedure} groups={groups} />
      <h3>Où en sont les dossiers</h3>
      {procedure.listed && <StageTable procedure={procedure} by="stage" />}
      <StagesByGroup procedure={procedure} groups={groups} />
      <StageTable procedure={procedure} by="outcome" />
      <h3>Fins prévues</h3>
      <EndsSection procedure={procedure} />
    </section>
  );
}
