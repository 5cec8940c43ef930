import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { yearTerms } from '#workflows/directors-year/terms.js';
import { PrismaService } from '../database/prisma.service.js';
import type { Fields } from '../openapi/fields.js';
import { PeopleService } from '../people/people.service.js';
import { holdsFor, mayFor } from '../permissions/holds-for.js';
import type { Viewer } from '../permissions/viewer.js';
import { notFound } from '../problems/problem.js';
import { procedureOf, stageLabel } from '../procedures.js';
import { wavesOf } from './edition-figures.js';
import type { EditionFigures, EditionPerson, EditionRow, NewEdition } from './editions.dto.js';
import { fewest } from './small-cells.js';
import { YearFactsReader, yearProcedure } from './year-facts.js';

/** Editions of the directors' year: aggregates for who reads figures, people for the program manager alone. */
@Injectable()
export class EditionsService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly facts: YearFactsReader,
    private readonly people: PeopleService,
  ) {}

  /** The latest first. */
  async list(viewer: Viewer): Promise<Fields<EditionRow>[]> {
    if (!mayFor(viewer, 'read figures', yearProcedure)) return [];
    const editions = await this.prisma.edition.findMany({
      include: { _count: { select: { members: true } } },
      orderBy: { startsOn: 'desc' },
    });
    const managed = this.manages(viewer);
    return editions.map(({ id, title, startsOn, _count }) => ({
      id,
      title,
      startsOn: startsOn.toISOString().slice(0, 10),
      ...(_count.members >= fewest && { people: _count.members }),
      managed,
    }));
  }

  async create(viewer: Viewer, { title, startsOn, terms = {} }: NewEdition): Promise<Fields<EditionRow>> {
    if (!this.manages(viewer)) throw notFound();
    const day = new Date(startsOn);
    const id = randomUUID();
    const known = await this.prisma.edition.findFirst({ where: { title, startsOn: day } });
    const edition = known ?? (await this.prisma.edition.create({ data: { id, title, startsOn: day, terms: yearTerms.parse(terms) } }));
    return { id: edition.id, title, startsOn, managed: true };
  }

  async figures(viewer: Viewer, id: string): Promise<Fields<EditionFigures>> {
    const edition = (await this.list(viewer)).find((one) => one.id === id);
    if (!edition) throw notFound();
    return { ...edition, waves: wavesOf(await this.facts.ofEdition(id)) };
  }

  /** Who is where: for the program manager alone. */
  async persons(viewer: Viewer, id: string): Promise<Fields<EditionPerson>[]> {
    if (!this.manages(viewer)) throw notFound();
    const years = await this.facts.ofEdition(id);
    const names = await this.people.names(years.map(({ person }) => person));
    return years.map(({ ref, person, body, wave, revision, stage, status, launched, signed, visits, activities }) => ({
      id: person,
      name: names.get(person) ?? '',
      ref,
      ...(body !== null && { bodyName: body }),
      wave,
      stageLabel: stageLabel(procedureOf(yearProcedure, revision), stage),
      status,
      launched,
      signed,
      visits,
      activities,
    }));
  }

  manages(viewer: Viewer): boolean {
    return holdsFor(viewer, 'programManager', yearProcedure);
  }
}
