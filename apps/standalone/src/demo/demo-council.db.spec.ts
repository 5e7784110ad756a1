import { testConfig } from '../../../../test/support/config';
import { cloneDatabase, type TestDatabase } from '../../../../test/support/database';
import { prepareCouncil } from '../prepare-council';
import { Steps } from '../steps';

describe('loading the demo council', () => {
  let database: TestDatabase;
  const counts = async () => {
    const [row] = await database.source.query<Record<string, string>[]>(`
      select (select count(*) from person) as people, (select count(*) from course) as courses,
        (select count(*) from registration) as registrations, (select count(*) from commit_log) as commits,
        (select count(*) from registration where completed_at is not null) as completed,
        (select count(*) from award) as awards, (select count(distinct number) from certificate) as certificates,
        (select count(*) from award where awarded_at > now() - interval '10 days') as recent`);
    return row;
  };

  beforeAll(async () => {
    database = await cloneDatabase();
    jest.spyOn(console, 'log').mockImplementation();
  });
  afterAll(() => database.drop());

  it('gives everybody their story once, even when a start was interrupted', async () => {
    const config = { ...testConfig(database.url), DEMO: true };
    await prepareCouncil(config, database.source, new Steps());
    const loaded = await counts();
    expect(loaded).toEqual({
      people: '85',
      courses: '1',
      registrations: '57',
      commits: expect.any(String),
      completed: '33',
      awards: '33',
      certificates: '33',
      recent: '0',
    });
    await database.source.query(`delete from setting where key = 'demo-council'`);
    await prepareCouncil(config, database.source, new Steps());
    expect(await counts()).toEqual(loaded);
  });
});
