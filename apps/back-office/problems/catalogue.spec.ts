import { problems, subjects } from './catalogue.js';

it.each(Object.entries(problems))('%s has a status, a title and a sentence that says what to do', (_code, { status, title, help }) => {
  expect(status).toBeGreaterThanOrEqual(400);
  expect(title).toMatch(/^\p{Lu}.+[^.]$/u);
  expect(help).toMatch(/^\p{Lu}.+\.$/u);
});

it('writes double punctuation as French wants it', () => {
  for (const { title, help } of Object.values(problems)) expect(`${title} ${help}`).not.toMatch(/ [;!?%:]/);
});

it('holds each code once, whatever its subject', () => {
  const codes = subjects.flatMap((subject) => Object.keys(subject));
  expect(codes.toSorted()).toEqual(Object.keys(problems).toSorted());
});
