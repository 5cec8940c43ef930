/** A journey's case, of three or six months: other procedures of the reconversion programme have no participant. */
export const isJourney = (procedure: string): boolean => /^reconversion-\d+m$/.test(procedure);

/** The dates of a journey, for the participant's own calendar. */
export function JourneyCalendar({ caseRef }: { readonly caseRef: string }) {
  return (
    <section className="fr-mt-4w" aria-labelledby="titre-calendrier">
      <h2 id="titre-calendrier" className="fr-h4">
        Calendrier
      </h2>
      <a className="fr-link fr-link--download" href={`/api/cohorts/members/${encodeURIComponent(caseRef)}/calendar.ics`} download>
        Ajouter les dates à mon agenda
        <span className="fr-link__detail">Fichier iCalendar</span>
      </a>
    </section>
  );
}
