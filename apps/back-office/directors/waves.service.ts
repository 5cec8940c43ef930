import { Injectable } from '@nestjs/common';
import type { Edition } from '#prisma/generated/client.js';
import { civilDateAt } from '#workflows/calendar/paris-time.js';
import { procedureInForce } from '#workflows/catalogue.js';
import { directorsYearInput, type DirectorsYearInput } from '#workflows/directors-year/input.js';
import { yearTerms } from '#workflows/directors-year/terms.js';
import { occasionOf } from '#workflows/seated-event/input.js';
import { PrismaService } from '../database/prisma.service.js';
import type { Viewer } from '../permissions/viewer.js';
import { notFound, Problem } from '../problems/problem.js';
import { BookingsService } from '../seats/bookings.service.js';
import { InLine } from '../seats/in-line.js';
import { SeatedEvents, type StoredEvent } from '../seats/seated-events.js';
import { CaseEngine } from '../temporal/case-engine.js';
import { EditionsService } from './editions.service.js';
import type { NewWave, StartedWave } from './editions.dto.js';
import { yearProcedure } from './year-facts.js';

interface Member {
  readonly caseRef: string;
  readonly personId: string;
  readonly input: unknown;
}

/**
 * Starts the years of a wave. Their references and inputs are reserved first, then each case is opened and its seat at the session asked
 * for: started again after a crash or a slow answer, the same wave goes on where it was.
 */
@Injectable()
export class WavesService {
  private readonly line = new InLine(4);

  constructor(
    private readonly prisma: PrismaService,
    private readonly editions: EditionsService,
    private readonly events: SeatedEvents,
    private readonly bookings: BookingsService,
    private readonly engine: CaseEngine,
  ) {}

  async start(viewer: Viewer, editionId: string, asked: NewWave): Promise<StartedWave> {
    const edition = this.editions.manages(viewer) && (await this.prisma.edition.findUnique({ where: { id: editionId } }));
    if (!edition) throw notFound();
    const session = await this.session(editionId, asked.session);
    await this.checkPeople(asked.people);
    await this.reserve(edition, session, asked);
    const members = await this.prisma.editionMember.findMany({ where: { editionId, personId: { in: asked.people } } });
    const running = await this.prisma.caseFile.findMany({
      where: { ref: { in: members.map(({ caseRef }) => caseRef) } },
      select: { ref: true },
    });
    const known = new Set(running.map(({ ref }) => ref));
    const missing = members.filter(({ caseRef }) => !known.has(caseRef));
    await this.all(missing, (member) => this.open(viewer, member));
    await this.all(members, (member) => this.seat(viewer, member));
    return { started: missing.length, already: members.length - missing.length };
  }

  private async session(editionId: string, ref: string): Promise<StoredEvent> {
    const event = (await this.events.ofEditions([editionId])).find((one) => one.ref === ref);
    if (!event || event.input.kind !== 'session' || event.status !== 'open')
      throw new Problem('invalid', { fields: { session: 'Choisissez une séance de lancement de cette édition, à venir.' } });
    return event;
  }

  private async checkPeople(people: readonly string[]): Promise<void> {
    const known = await this.prisma.person.count({ where: { id: { in: [...people] }, grants: { some: { role: 'director' } } } });
    if (known < people.length) throw new Problem('invalid', { fields: { people: 'Une des personnes n’a pas de compte de directeur.' } });
  }

  private async reserve(edition: Edition, session: StoredEvent, { wave, people }: NewWave): Promise<void> {
    const persons = await this.prisma.person.findMany({
      where: { id: { in: people }, years: { none: { editionId: edition.id } } },
      include: { body: true },
      orderBy: { name: 'asc' },
    });
    if (persons.length === 0) return;
    const numbers = await this.prisma.$queryRaw<{ number: bigint }[]>`
      SELECT nextval('case_number') AS number FROM generate_series(1, ${persons.length})`;
    const yearOf = civilDateAt(Date.now()).slice(0, 4);
    await this.prisma.editionMember.createMany({
      data: persons.map(({ id, body }, index) => ({
        editionId: edition.id,
        personId: id,
        wave,
        caseRef: `ANNEE-${yearOf}-${String(numbers[index]?.number ?? 0n).padStart(6, '0')}`,
        input: this.input(edition, session, { owner: id, wave, body }),
      })),
      // Two people starting the same wave at once: the first reference stays.
      skipDuplicates: true,
    });
  }

  private input(
    { id, title, terms }: Edition,
    { ref, input }: StoredEvent,
    { owner, wave, body }: { owner: string; wave: number; body: { name: string; siret: string } | null },
  ): DirectorsYearInput {
    return directorsYearInput.parse({
      owner,
      ...(body && { bodyName: body.name, siret: body.siret }),
      editionId: id,
      editionTitle: title,
      wave,
      startsOn: input.on,
      launch: { event: ref, occasion: occasionOf(input) },
      terms: yearTerms.parse(terms),
      zone: input.zone,
    });
  }

  private async open(viewer: Viewer, { caseRef: ref, input }: Member): Promise<void> {
    const procedure = procedureInForce(yearProcedure, civilDateAt(Date.now()));
    if (!procedure) throw new Error('No revision of the directors’ year is in force.');
    await this.engine.open({ procedure: procedure.id, revision: procedure.revision, ref, input, by: viewer.id });
  }

  /** The key is the pair itself: asked for again, it is the same request. Who has given the seat back is not seated again. */
  private async seat(viewer: Viewer, { caseRef, personId, input }: Member): Promise<void> {
    const { event } = (input as DirectorsYearInput).launch;
    if (await this.events.place(event, caseRef)) return;
    await this.bookings.bookFor(viewer, { event, year: caseRef, key: `${event}:${caseRef}:launch` }, personId);
  }

  private async all(members: readonly Member[], act: (member: Member) => Promise<void>): Promise<void> {
    await Promise.all(members.map((member) => this.line.take('wave', () => act(member))));
  }
}
