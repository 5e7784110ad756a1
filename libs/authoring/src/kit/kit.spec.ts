import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { FileStore } from '@induct/platform';
import { starterFiles } from '../drafts/shipped-modules';
import { Kit } from './kit.service';

const store = {
  stage: () => mkdtemp(join(tmpdir(), 'kit-')),
  discard: (folder: string) => rm(folder, { recursive: true }),
} as unknown as FileStore;
const kit = new Kit(store);
afterAll(() => kit.onApplicationShutdown());

const childOf = () => (kit as unknown as { child?: ChildProcess }).child!;
const screens = async (changes: Iterable<[string, string]> = []) =>
  (await kit.screens('a', new Map([...(await starterFiles()), ...changes]), 'Ruth')).length;

it('answers again when its process was ended between two orders', async () => {
  expect(await screens()).toBe(3);
  const first = childOf();
  first.kill('SIGKILL');
  await once(first, 'exit');
  expect(await screens()).toBe(3);
  expect(childOf()).not.toBe(first);
});

it('says that an order failed whose process is ended in the middle, and takes the next', async () => {
  await screens();
  // Stopped, it cannot have answered before it is ended.
  const child = childOf();
  child.kill('SIGSTOP');
  const send = jest.spyOn(child, 'send');
  const order = screens().catch((error: unknown) => error);
  while (send.mock.calls.length === 0) await wait(10);
  child.kill('SIGKILL');
  expect(await order).toMatchObject({ kind: 'unavailable' });
  expect(await screens()).toBe(3);
});

it('shows a screen with thousands of rows, and takes what refers to itself for unreadable', async () => {
  const rows = `# Long\n\n::: table x\n\n| a |\n| --- |\n${'| b |\n'.repeat(16_000)}\n:::\n`;
  const begun = performance.now();
  expect(await screens([['04-long.md', rows]])).toBe(4);
  // With a copy of all rows for each it takes half a minute, and is ended.
  expect(performance.now() - begun).toBeLessThan(8000);
  const laughs = `a: &a [ha]\n${'bcdefghi'
    .split('')
    .map((key, at) => `${key}: &${key} [${`*${'abcdefgh'[at]},`.repeat(9)}]`)
    .join('\n')}\n`;
  const { problems } = await kit.check(
    'a',
    new Map([...(await starterFiles()), ['questions.yaml', laughs]]),
    '2026-11-30',
    'Ruth',
  );
  expect(problems).toContainEqual(expect.objectContaining({ file: 'questions.yaml', severity: 'error' }));
});

it('ends a text that others have waited for long enough, and has them looked at', async () => {
  await screens();
  const files = await starterFiles();
  childOf().kill('SIGSTOP');
  const heavy = kit.screens('a', files, 'Farid');
  const begun = performance.now();
  const other = screens();
  await expect(heavy).rejects.toMatchObject({ title: 'It takes too long to look at this text' });
  // It is given fifteen seconds when nobody waits.
  expect(performance.now() - begun).toBeLessThan(14_000);
  expect(await other).toBe(3);
  // Whose it was waits; nobody else does.
  await expect(kit.screens('a', files, 'Farid')).rejects.toMatchObject({ kind: 'unavailable' });
  expect(await screens()).toBe(3);
});
