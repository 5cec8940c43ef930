import { letterOf } from '#activities/documents/letters/catalogue.js';
import type { MailContext } from '#activities/notify/mail-template.js';
import { renderMail } from '#activities/notify/render-mail.js';
import { toldMails } from '#activities/notify/told-mails.js';
import { instantAt } from '#workflows/calendar/paris-time.js';
import { catalogue } from '#workflows/catalogue.js';
import type { EntryOf } from '#workflows/kit/journal.js';
import { rehearse } from '#workflows/kit/rehearsal.js';
import { samples } from '../builders/inputs.js';
import { sampleContext } from '../builders/letters.js';
import { pathsOf } from '../builders/paths.js';
import { randomPlayer } from '../builders/random-answers.js';

const inCatalogue = samples().filter(({ procedure }) => catalogue.includes(procedure));
const seeds = Array.from({ length: 60 }, (_, seed) => seed + 1);

describe.each(inCatalogue)('everything that $name says', ({ name, procedure, input }) => {
  const told = new Map<string, EntryOf<'told'>>();
  const produced = new Map<string, EntryOf<'produced'>[]>();
  const context: MailContext = {
    ref: sampleContext.reference,
    on: sampleContext.on,
    service: sampleContext.service,
    procedure: procedure.label,
    summary: procedure.summarise(input),
  };

  beforeAll(async () => {
    const start = instantAt('2026-02-02', '10:17');
    const withdrawal = {
      at: start + 40 * 86_400_000,
      by: context.summary.owner,
      roles: ['applicant'] as const,
      act: { kind: 'intervene', intervention: { kind: 'withdraw', reason: 'Le projet est abandonné' } } as const,
    };
    const random = seeds.map((seed) => ({ play: randomPlayer(seed), acts: seed % 10 === 0 ? [withdrawal] : [] }));
    // What no random player brings about: people who stay silent where silence does not end by itself.
    const named = pathsOf(procedure.id).map(({ play }) => ({ play, acts: [] }));
    for (const played of [...random, ...named]) {
      const { journal } = await rehearse(procedure, { name, input, start, ...played });
      for (const entry of journal) {
        if (entry.type === 'told') told.set(`${entry.template} to ${entry.to.role}`, entry);
        if (entry.type === 'produced') produced.set(entry.document, [...(produced.get(entry.document) ?? []), entry]);
      }
    }
  });

  it('has its own wording, which takes the data of the story', () => {
    expect(told.size).toBeGreaterThan(0);
    for (const { template, data, to } of told.values()) {
      const write = toldMails[procedure.id]?.[template];
      expect({ template, hasWording: write !== undefined }).toEqual({ template, hasWording: true });
      expect(renderMail(write!(data, context, to), context, 'https://jalon.exemple.gouv.invalid').text).not.toMatch(/undefined|NaN|null/);
    }
  });

  it('is a letter that can be written, for every document that it declares', () => {
    expect([...produced.keys()].sort()).toEqual(procedure.documents.map(({ key }) => key).sort());
    for (const { document, data } of [...produced.values()].flat()) {
      const letter = letterOf(procedure.id, document).write(data, sampleContext);
      expect(JSON.stringify(letter)).not.toMatch(/undefined|NaN/);
    }
  });
});
