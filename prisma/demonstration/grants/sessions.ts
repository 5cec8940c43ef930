import { genesis, nextHash } from '#activities/journal/hash-chain.js';
import { addDays, type CivilDate, type Instant } from '#workflows/calendar/civil-date.js';
import { addWorkingDays } from '#workflows/calendar/holidays.js';
import { instantAt } from '#workflows/calendar/paris-time.js';
import type { CommitteeContext, WaitingContext } from '#workflows/ftap/tasks/committee.js';
import { ftapCommitteeR1 } from '#workflows/ftap-committee/ftap-committee.r1.js';
import type { AgendaCase, SessionInput } from '#workflows/ftap-committee/input.js';
import type { EventItem } from '#workflows/kit/item.js';
import type { Entry } from '#workflows/kit/journal.js';
import type { Procedure } from '#workflows/kit/procedure.js';
import { Chance } from '../chance.js';
import { demoRef } from '../demo-ref.js';
import type { Ensemble } from '../ensemble.js';
import type { RehearsedCase } from '../rehearsed-case.js';
import { officeTimeAfter } from '../working-day.js';
import { committee, manager } from './cast.js';
import { leftCents } from './envelope.js';
import type { PastCall } from './past-calls.js';
import type { PlannedGrant } from './plan.js';
import { sessionPlayer } from './session-player.js';

/** Members have the agenda nine working days before. */
const noticeWorkingDays = 9;
/** The manager lets some days pass before promoting from the waiting list. */
const promotionDays = 3;

/** Money has come back, or somebody waits for what came back meanwhile. */
const mayPromote = (entry: Entry): boolean =>
  (entry.type === 'measured' && entry.indicator === 'released') || (entry.type === 'told' && entry.template === 'waiting-list');

/** The committee of one call: a session on each of its dates for which an application waits, and the waiting list in between. */
export class Sessions {
  private readonly refs = new Set<string>();

  constructor(
    private readonly ensemble: Ensemble,
    private readonly call: PastCall,
    /** Grants of the call by reference. */
    private readonly grants: ReadonlyMap<string, PlannedGrant>,
    private readonly nextNumber: () => number,
  ) {}

  /** Convenes every session of the call that is convened by then. */
  plan(until: Instant): void {
    const { zone, committeeDates } = this.call.terms;
    for (const metOn of committeeDates) {
      const at = instantAt(addWorkingDays(metOn, -noticeWorkingDays, zone), '10:15');
      if (at < until) this.ensemble.at(at, () => this.convene(metOn));
    }
    this.ensemble.listen((ref, entry) => {
      if (!this.grants.has(ref) || !mayPromote(entry)) return;
      this.ensemble.at(officeTimeAfter(this.ensemble.now, promotionDays, new Chance(`promotion ${ref}`)), () => this.promote());
    });
  }

  private convene(metOn: CivilDate): void {
    const waiting = [...this.grants.keys()].filter((ref) => this.awaits(ref, 'committee-heard') && !this.isOnAgenda(ref));
    if (waiting.length === 0) return;
    const { id, title, terms } = this.call;
    const [chair] = committee;
    const input: SessionInput = {
      callId: id,
      callTitle: title,
      metOn,
      chair: chair?.person ?? '',
      secretary: manager,
      members: committee.map(({ person, body }) => ({ person, siret: body.siret, bodyName: body.name })),
      quorum: terms.committeeQuorum,
      envelopeLeftCents: this.leftCents(),
      zone: terms.zone,
      agenda: waiting.map((ref) => this.agendaCase(ref)),
    };
    const ref = demoRef('COMITE', metOn, this.nextNumber());
    const play = sessionPlayer(ref, this.grants, { isLast: metOn > addDays(this.call.closesOn, 45) });
    this.refs.add(ref);
    this.ensemble.open({ procedure: ftapCommitteeR1 as unknown as Procedure, ref, input, by: manager, play }, this.ensemble.now);
  }

  /** What is left goes to the first of the waiting list whom it suffices for. */
  private async promote(): Promise<void> {
    const listed = [...this.grants.keys()].flatMap((ref) => {
      const promoted = this.awaits(ref, 'promoted');
      return promoted && !this.isOnAgenda(ref) ? [{ ref, ...(promoted.context as WaitingContext) }] : [];
    });
    const left = this.leftCents();
    const first = listed.sort((a, b) => a.rank - b.rank).find(({ amountCents }) => amountCents <= left);
    if (!first) return;
    const { ref, amountCents } = first;
    const act = { kind: 'happen', id: 'promoted', data: { amountCents } } as const;
    await this.ensemble.act(ref, { by: manager, roles: ['programManager'], act });
  }

  private leftCents(): number {
    return leftCents(
      this.call.terms.envelopeCents,
      [...this.grants.keys()].flatMap((ref) => this.ensemble.cases.get(ref) ?? []),
    );
  }

  /** The event that the case expects, when it does. */
  private awaits(ref: string, event: string): EventItem | undefined {
    const item = this.ensemble.cases.get(ref)?.run.named(event);
    return item?.kind === 'event' ? item : undefined;
  }

  /** On that of a session that is not over. */
  private isOnAgenda(ref: string): boolean {
    return [...this.refs].some((session) => {
      const found = this.ensemble.cases.get(session);
      return found !== undefined && !found.run.closed && (found.part.input as SessionInput).agenda.some((one) => one.ref === ref);
    });
  }

  /** As the case stands now: the members have this state of it before them. */
  private agendaCase(ref: string): AgendaCase {
    const { journal, run }: RehearsedCase = this.ensemble.case(ref);
    const { requestedCents, floorCents, totals, opinions } = this.awaits(ref, 'committee-heard')?.context as CommitteeContext;
    const { title, bodyName = '', siret = '' } = run.summary;
    const frozenHash = journal.reduce((hash, entry) => nextHash(hash, entry), genesis);
    return {
      ref,
      title,
      bodyName,
      siret,
      requestedCents,
      floorCents,
      totals: [...totals],
      opinions: [...opinions],
      frozenSeq: journal.length,
      frozenHash,
    };
  }
}
