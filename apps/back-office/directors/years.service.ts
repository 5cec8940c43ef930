import { Inject, Injectable } from '@nestjs/common';
import { icalendar } from '#activities/icalendar/icalendar.js';
import { offerDeclined } from '#workflows/directors-year/tasks/offers.js';
import { CaseAccess, caseColumns, type StoredCase } from '../cases/case-access.js';
import { PrismaService } from '../database/prisma.service.js';
import { ENVIRONMENT, type Environment } from '../environment.js';
import type { Fields } from '../openapi/fields.js';
import type { Receipt } from '../openapi/receipt.dto.js';
import { PeopleService } from '../people/people.service.js';
import type { Action } from '../permissions/matrix.js';
import { rolesOn } from '../permissions/standing.js';
import type { Viewer } from '../permissions/viewer.js';
import { visibleCases } from '../permissions/visibility.js';
import { notFound, Problem } from '../problems/problem.js';
import { placeOfCase } from '../cases/case-access.js';
import { outcomeLabel, procedureOf, stageLabel } from '../procedures.js';
import { dateOf, holdsSeat, SeatedEvents } from '../seats/seated-events.js';
import { CaseClock } from '../temporal/case-clock.js';
import { CaseEngine } from '../temporal/case-engine.js';
import { YearPage } from './year-page.js';
import { yearProcedure } from './year-facts.js';
import type { OfferedEvent, YearRow, YearView } from './years.dto.js';

/** A director's year, for the director and who acts for them. */
@Injectable()
export class YearsService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly access: CaseAccess,
    private readonly people: PeopleService,
    private readonly events: SeatedEvents,
    private readonly page: YearPage,
    private readonly engine: CaseEngine,
    private readonly clock: CaseClock,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  /** One's own, then those that one answers for; the latest first. Who manages the editions has their page instead. */
  async list(viewer: Viewer): Promise<Fields<YearRow>[]> {
    const asDirector = { ...viewer, grants: viewer.grants.filter(({ role }) => role === 'director') };
    const rows = await this.prisma.$queryRaw<StoredCase[]>`
      SELECT ${caseColumns} FROM case_file c WHERE c.procedure = ${yearProcedure} AND ${visibleCases(asDirector)}
      ORDER BY (c.owner_id = ${viewer.id}::uuid) DESC, (c.status = 'closed'), c.opened_at DESC LIMIT 100`;
    const names = await this.people.names(rows.map(({ owner_id }) => owner_id));
    return rows.map((row) => yearRow(viewer, row, names));
  }

  async get(viewer: Viewer, ref: string): Promise<Fields<YearView>> {
    const one = await this.read(viewer, ref);
    const delegates = await this.prisma.delegation.findMany({
      where: { caseRef: ref, givenBy: one.owner_id },
      include: { person: { select: { name: true } } },
      orderBy: { at: 'asc' },
    });
    const names = await this.people.names([one.owner_id]);
    const page = await this.page.of(viewer, one, await this.clock.today(ref));
    return {
      ...yearRow(viewer, one, names),
      ...page,
      delegates: delegates.map(({ personId, person }) => ({ id: personId, name: person.name })),
    };
  }

  async offers(viewer: Viewer, ref: string): Promise<Fields<OfferedEvent>[]> {
    return this.page.offers(await this.read(viewer, ref));
  }

  /** Not offered again. */
  async decline(viewer: Viewer, ref: string, event: string, key: string): Promise<Receipt> {
    const one = await this.read(viewer, ref, 'answer task');
    const offered = (await this.page.offers(one)).find((each) => each.ref === event);
    if (!offered) throw notFound();
    const roles = rolesOn(placeOfCase(one), viewer, 'answer task');
    return this.engine.act(ref, { key, by: viewer.id, roles, act: { kind: 'happen', id: offerDeclined.key, data: { event } } });
  }

  /** The dates on which a seat is held. */
  async calendar(viewer: Viewer, ref: string): Promise<string> {
    const one = await this.read(viewer, ref);
    const events = await this.events.ofEditions([one.call_id ?? '']);
    const places = await this.events.places(
      events.map((event) => event.ref),
      ref,
    );
    const held = new Set(places.flatMap(({ event, state }) => (holdsSeat(state) || state === 'attended' ? [event] : [])));
    const url = new URL(this.environment.JALON_BASE_URL);
    return icalendar(
      events.filter((event) => held.has(event.ref)).map((event) => ({ ...dateOf(event), url: new URL('/directeurs', url).href })),
      { name: 'Mon année', host: url.hostname, writtenAt: Date.now() },
    );
  }

  /** Somebody with a director's account books and answers for the director; only the director says who. */
  async delegate(viewer: Viewer, ref: string, email: string): Promise<Fields<YearView>> {
    const one = await this.owned(viewer, ref);
    const person = await this.prisma.person.findFirst({
      where: { email: { equals: email, mode: 'insensitive' }, grants: { some: { role: 'director' } } },
      select: { id: true },
    });
    if (!person)
      throw new Problem('personUnknown', { fields: { email: 'Aucun compte de directeur ou de secrétariat n’a cette adresse.' } });
    if (person.id === one.owner_id) throw new Problem('invalid', { fields: { email: 'Indiquez l’adresse d’une autre personne.' } });
    await this.prisma.delegation.upsert({
      where: { caseRef_personId: { caseRef: ref, personId: person.id } },
      create: { caseRef: ref, personId: person.id, givenBy: one.owner_id },
      update: { givenBy: one.owner_id },
    });
    return this.get(viewer, ref);
  }

  /** The director takes a delegation back; a delegate gives up their own. */
  async undelegate(viewer: Viewer, ref: string, personId: string): Promise<void> {
    const one = await this.read(viewer, ref);
    if (personId !== viewer.id && one.owner_id !== viewer.id) throw notFound();
    const { count } = await this.prisma.delegation.deleteMany({ where: { caseRef: ref, personId } });
    if (count === 0) throw notFound();
  }

  private async owned(viewer: Viewer, ref: string): Promise<StoredCase> {
    const one = await this.read(viewer, ref);
    if (one.owner_id !== viewer.id) throw notFound();
    return one;
  }

  private async read(viewer: Viewer, ref: string, action: Action = 'read file'): Promise<StoredCase> {
    const one = await this.access.read(viewer, ref, action);
    if (one.procedure !== yearProcedure) throw notFound();
    return one;
  }
}

function yearRow(viewer: Viewer, one: StoredCase, names: ReadonlyMap<string, string>): Fields<YearRow> {
  const procedure = procedureOf(one.procedure, one.revision);
  return {
    ref: one.ref,
    title: one.title,
    director: { id: one.owner_id, name: names.get(one.owner_id) ?? '' },
    own: one.owner_id === viewer.id,
    stage: one.stage,
    stageLabel: one.outcome === null ? stageLabel(procedure, one.stage) : outcomeLabel(procedure, one.outcome),
    status: one.status,
  };
}
