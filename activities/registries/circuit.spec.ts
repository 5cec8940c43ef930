import { circuit } from './circuit.js';

it('asks no more after three failures in a row, until the rest is over', async () => {
  let time = 0;
  let asked = 0;
  let down = true;
  const guard = circuit({ failures: 3, restMs: 1_000, now: () => time });
  const ask = () =>
    guard(() => {
      asked += 1;
      return down ? Promise.reject(new Error('down')) : Promise.resolve('here');
    }).catch((error: unknown) => (error as Error).name);

  for (let turn = 0; turn < 5; turn++) await ask();
  expect(asked).toBe(3);
  expect(await ask()).toBe('RegistryUnavailable');

  time = 1_000;
  down = false;
  expect(await ask()).toBe('here');
  down = true;
  expect([await ask(), await ask()]).toEqual(['Error', 'Error']);
  expect(asked).toBe(6);
});
