import type { Attachment } from '#activities/demonstration/loading.js';
import { addDays, type CivilDate } from '#workflows/calendar/civil-date.js';
import { instantAt } from '#workflows/calendar/paris-time.js';
import { procedureInForce } from '#workflows/catalogue.js';
import type { CohortInput } from '#workflows/cohort/input.js';
import type { Application } from '#workflows/cohort/tasks/members.js';
import { planUnder } from '#workflows/cohort/what-if.js';
import type { EntryOf } from '#workflows/kit/journal.js';
import type { Player } from '#workflows/kit/rehearsal.js';
import { Chance } from '../chance.js';
import { demoRef } from '../demo-ref.js';
import type { Ensemble } from '../ensemble.js';
import type { RehearsedCase } from '../rehearsed-case.js';
import { officeTime } from '../working-day.js';
import { alma, bodyOf, cvOf, employerAt, ilan } from './cast.js';
import { cohortOn } from './cohort-plan.js';
import { cohortPlayer } from './cohort-player.js';
import { cohorts, type DemonstrationCohort } from './cohorts.js';
import { type Member, memberPlayer } from './member.js';
import * as words from './words.js';

/**
 * Cohorts and their members' journeys, in an ensemble with the grants that pay for some of them. The ensemble plays child cases as it is told
 * to by `playerOf`.
 */
export class Journeys {
  private readonly attachments = new Map<string, Attachment[]>();
  private readonly members = new Map<string, { readonly member: Member; readonly startsOn: CivilDate }>();

  /** @param grants references of the grants that pay for journeys. */
  constructor(
    private readonly ensemble: Ensemble,
    private readonly today: CivilDate,
    private readonly grants: readonly string[],
  ) {}

  /** Files that go with the application of a case, and with the answers that its people gave. */
  attachmentsOf(ref: string): readonly Attachment[] {
    return this.attachments.get(ref) ?? [];
  }

  /** Adds every cohort to the ensemble, with all that people will do. */
  enrol(): void {
    for (const one of cohorts) this.open(one);
  }

  private open(cohort: DemonstrationCohort): void {
    const { openedOn, input } = cohortOn(this.today, cohort.terms);
    const { startsOn } = input.plan;
    const ref = demoRef('COHORTE', openedOn, cohort.number);
    const procedure = procedureInForce('cohort', openedOn);
    if (!procedure) throw new RangeError(`No revision of cohorts was in force on ${openedOn}.`);
    const play = cohortPlayer(ref, cohort.members, cohort.undone);
    this.ensemble.open({ procedure, ref, input, by: alma, play }, instantAt(openedOn, '09:30'));
    for (const member of cohort.members) {
      this.members.set(`${ref} ${member.owner}`, { member, startsOn });
      this.apply(ref, member, openedOn);
      this.act(ref, member, startsOn);
    }
    this.change(ref, cohort, input);
  }

  private apply(ref: string, member: Member, openedOn: CivilDate): void {
    const { owner } = member;
    const chance = new Chance(`${ref} applies ${owner}`);
    const at = officeTime(addDays(openedOn, member.applies), chance);
    this.ensemble.at(at, async () => {
      const data = { ...this.application(ref, member, chance), ...(member.isReadmitted && this.earlier(owner)) };
      await this.ensemble.act(ref, { by: owner, roles: ['participant'], act: { kind: 'happen', id: 'application-received', data } });
    });
  }

  private application(ref: string, { owner, body, track, fundedBy }: Member, chance: Chance): Application {
    const grant = fundedBy === undefined ? undefined : this.grants[fundedBy];
    return {
      owner,
      employer: employerAt(body),
      host: ilan,
      ...(track !== undefined && { track }),
      ...(grant !== undefined && { fundedBy: grant }),
      application: {
        ...bodyOf(body),
        currentPost: chance.pick(words.posts),
        motivation: chance.pick(words.motivations),
        cv: [cvOf(ref, owner)],
      },
    };
  }

  /** The journey that somebody left, and what they keep of it. */
  private earlier(owner: string): Pick<Application, 'readmittedFrom' | 'leftOn' | 'keeps'> {
    const left = [...this.ensemble.cases.values()].find(({ part, run }) => run.closed && ownerOf(part.input) === owner);
    const { validated = [], endedOn } = (left?.run.closed?.data ?? {}) as { validated?: string[]; endedOn?: string };
    return { readmittedFrom: left?.part.ref, leftOn: endedOn, keeps: validated };
  }

  /** What the member or the manager does on the member's case without being asked. */
  private act(cohort: string, { owner, twists = [] }: Member, startsOn: CivilDate): void {
    for (const { deeds } of twists)
      for (const [index, { on, ...deed }] of (deeds?.(startsOn, owner) ?? []).entries())
        this.ensemble.at(officeTime(on, new Chance(`${cohort} ${owner} ${index}`)), async () => {
          await this.ensemble.act(this.caseOf(cohort, owner).part.ref, deed);
        });
  }

  private change(ref: string, { changes = [] }: DemonstrationCohort, { plan, zone }: CohortInput): void {
    for (const { day, why, whatIf } of changes)
      this.ensemble.at(officeTime(addDays(plan.startsOn, day), new Chance(`${ref} ${day}`)), async () => {
        const data = { plan: planUnder(plan, whatIf(plan), zone), why };
        await this.ensemble.act(ref, { by: alma, roles: ['programManager'], act: { kind: 'happen', id: 'plan-changed', data } });
      });
  }

  /** Plays the case of somebody who applied. */
  playerOf({ ref, input }: EntryOf<'childOpened'>): Player {
    const { owner, cohort } = input as { owner: string; cohort: string };
    const { member, startsOn } = this.members.get(`${cohort} ${owner}`) ?? {};
    if (!member || startsOn === undefined) throw new Error(`Nobody of the demonstration has applied as ${ref}.`);
    const { play, attachments } = memberPlayer(ref, member, startsOn);
    attachments.push({ id: cvOf(cohort, owner), filename: 'CV.pdf', by: owner, at: this.ensemble.now });
    this.attachments.set(ref, attachments);
    return play;
  }

  private caseOf(cohort: string, owner: string): RehearsedCase {
    const found = [...this.ensemble.cases.values()].find(({ part }) => part.parent?.ref === cohort && ownerOf(part.input) === owner);
    if (!found) throw new Error(`${owner} has not applied to ${cohort}.`);
    return found;
  }
}

const ownerOf = (input: unknown) => (input as { owner?: string }).owner;
