/** Calendar days (calendaires), working days (ouvrés), business days (ouvrables) or months (mois). */
export type Unit = 'days' | 'workingDays' | 'businessDays' | 'months';

/** A period as a text of law or a service rule states it. It says how to count, never from when. */
export interface Term {
  readonly n: number;
  readonly unit: Unit;
  /** Délai franc: the day of expiry does not count either, so one day is added. */
  readonly clear?: boolean;
  /** A last day on a Saturday, Sunday or public holiday moves to the next working day: for acts a party must do, never for implicit decisions. */
  readonly rollOver?: boolean;
  /** `legal`: missing it has an effect in law. `service`: a commitment of the administration to itself. */
  readonly clock: 'legal' | 'service';
  /** The article or rule that sets the term, as it is cited in French. */
  readonly basis?: string;
}

type TermOptions = Partial<Omit<Term, 'n' | 'unit'>>;

const term =
  (unit: Unit) =>
  (n: number, options: TermOptions = {}): Term => {
    if (!Number.isInteger(n) || n < 0) throw new RangeError(`A term is a whole number of ${unit}, zero or more, not ${n}`);
    return { ...options, clock: options.clock ?? 'service', n, unit };
  };

/** Calendar days, Sundays and holidays included. */
export const days = term('days');
/** Jours ouvrés: Monday to Friday, public holidays excluded. */
export const workingDays = term('workingDays');
/** Jours ouvrables: Monday to Saturday, public holidays excluded. */
export const businessDays = term('businessDays');
/** Months, from a day to the day of the same number, clamped to the end of the month. */
export const months = term('months');
