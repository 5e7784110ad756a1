import { globSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import fastify from 'fastify';
import { warmUp, watchAnswers } from './warm-up';

const root = `${__dirname}/components`;
const pages = globSync('**/*.njk', { cwd: root });

it('compiles every page, but none while somebody waits for an answer', async () => {
  const compiled: string[] = [];
  let isBusy = true;
  const environment = { getTemplate: (page: string) => void compiled.push(page) };
  const end = warmUp([environment as never], root, () => isBusy, 0);
  await wait(100);
  expect(compiled).toEqual([]);
  isBusy = false;
  for (let tries = 0; compiled.length < pages.length && tries < 500; tries++) await wait(10);
  expect(compiled.toSorted()).toEqual(pages.toSorted());
  end();
});

it('ends when the site does, also while somebody waits', async () => {
  const compiled: string[] = [];
  const asked = jest.fn(() => true);
  const end = warmUp([{ getTemplate: (page: string) => void compiled.push(page) } as never], root, asked, 0);
  for (let tries = 0; asked.mock.calls.length === 0 && tries < 500; tries++) await wait(10);
  end();
  const before = asked.mock.calls.length;
  await wait(50);
  expect([before > 0, asked.mock.calls.length - before, compiled]).toEqual([true, 0, []]);
});

it('knows who waits, also of those who do not wait for the end', async () => {
  const site = fastify();
  const isBusy = watchAnswers(site);
  const arrived = new Promise<void>((come) => {
    site.get('/slow', async () => {
      come();
      await wait(200);
      return 'done';
    });
  });
  expect(isBusy()).toBe(false);
  const address = await site.listen({ port: 0, host: '127.0.0.1' });
  const goes = new AbortController();
  const asked = fetch(`${address}/slow`, { signal: goes.signal }).catch(() => 'gone');
  await arrived;
  expect(isBusy()).toBe(true);
  goes.abort();
  await asked;
  for (let tries = 0; isBusy() && tries < 500; tries++) await wait(10);
  expect(isBusy()).toBe(false);
  await site.close();
});
