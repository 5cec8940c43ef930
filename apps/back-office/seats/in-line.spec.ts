import { InLine } from './in-line.js';

const later = () => new Promise<void>((resolve) => setImmediate(resolve));

test('lets so many through at once, in the order in which they came', async () => {
  const line = new InLine(3);
  let running = 0;
  let most = 0;
  const done: number[] = [];
  await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      line.take('event', async () => {
        most = Math.max(most, ++running);
        await later();
        running--;
        done.push(index);
      }),
    ),
  );
  expect(most).toBe(3);
  expect(done).toEqual(Array.from({ length: 20 }, (_, index) => index));
});

test('a failure lets the next one through, and is its own', async () => {
  const line = new InLine(1);
  const failed = line.take('event', () => Promise.reject(new Error('no')));
  const next = line.take('event', () => Promise.resolve('yes'));
  await expect(failed).rejects.toThrow('no');
  await expect(next).resolves.toBe('yes');
});

test('one event does not wait for another', async () => {
  const line = new InLine(1);
  let release: () => void = () => undefined;
  const held = line.take('one', () => new Promise<void>((resolve) => (release = resolve)));
  await expect(line.take('other', () => Promise.resolve('through'))).resolves.toBe('through');
  release();
  await held;
});
