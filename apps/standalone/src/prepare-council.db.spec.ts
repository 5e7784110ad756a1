import { setTimeout as wait } from 'node:timers/promises';
import { testConfig } from '../../../test/support/config';
import { cloneDatabase, type TestDatabase } from '../../../test/support/database';
import { prepareCouncil } from './prepare-council';
import type { Steps } from './steps';

describe('preparing the demo council', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await cloneDatabase();
  });
  afterAll(() => database.drop());

  it('ends when it is stopped while a module waits for its turn to be imported, and leaves none half-way', async () => {
    const opened: (() => Promise<unknown>)[] = [];
    const count = async (states: string) => {
      const [row] = await database.source.query<{ n: number }[]>(
        `select count(*)::int as n from package_upload where state in (${states})`,
      );
      return row!.n;
    };
    let halfWay: number | undefined;
    const steps = {
      async take(title: string, work: (tell: () => void) => Promise<unknown>) {
        const ended = work(() => undefined);
        if (!title.startsWith('Importing')) return ended;
        // Told below; until then nobody waits for it.
        ended.catch(() => undefined);
        while ((await count(`'waiting'`)) === 0) await wait(10);
        for (const close of opened) await close();
        halfWay = await count(`'receiving', 'waiting', 'importing'`);
        await database.source.destroy();
        return ended;
      },
    } as unknown as Steps;
    // Nobody's turn ever comes.
    const config = { ...testConfig(database.url), DEMO: true, IMPORTS_AT_ONCE: 0 };
    const starting = {
      onStop: (close: () => Promise<unknown>) => void opened.push(close),
      whole: <T>(step: () => Promise<T>) => step(),
    };
    const why = await prepareCouncil(config, database.source, steps, starting).catch((error: unknown) => error);
    expect([opened.length, halfWay, why]).toEqual([1, 0, expect.any(Error)]);
  });
});
