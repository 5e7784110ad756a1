import { AbstractLogger, type LogMessage } from 'typeorm';
import { cloneDatabase, type TestDatabase } from '../../../../test/support/database';
import { Settings } from '../settings';
import { SettingEntity } from './setting.entity';

/** What was sent to the database, in its order. */
class Listening extends AbstractLogger {
  readonly sent: string[] = [];

  override logQuery(query: string): void {
    this.sent.push(query);
  }

  protected writeLog(_level: unknown, _message: LogMessage | string | number | (LogMessage | string | number)[]): void {
    // Only statements are listened to.
  }
}

describe('one row, through its entity', () => {
  let database: TestDatabase;
  let settings: Settings;
  beforeAll(async () => {
    database = await cloneDatabase();
    settings = new Settings(database.source);
  });
  afterAll(() => database?.drop());

  async function sent(act: () => Promise<unknown>): Promise<string[]> {
    const listening = new Listening();
    const before = database.source.logger;
    database.source.logger = listening;
    try {
      await act();
    } finally {
      database.source.logger = before;
    }
    return listening.sent.map((statement) => statement.split(' ', 1)[0]!);
  }

  const KEY = 'one.row';
  const tx = () => database.source.manager;
  const row = { key: KEY, value: { least: 2 }, changedAt: new Date() };

  it.each([
    ['is added', 'INSERT', () => tx().insert(SettingEntity, row)],
    ['is changed', 'UPDATE', () => tx().update(SettingEntity, KEY, { value: { least: 3 } })],
    ['is added or changed', 'INSERT', () => settings.set(tx(), KEY, { least: 4 }, new Date())],
    ['is read', 'SELECT', () => settings.find(KEY)],
    ['is looked for', 'SELECT', () => tx().existsBy(SettingEntity, { key: KEY })],
    ['is deleted', 'DELETE', () => settings.remove(tx(), KEY)],
  ])('%s with one statement', async (_, verb, act) => {
    expect(await sent(act)).toEqual([verb]);
  });

  it.each([[{ least: 2 }], ['loaded'], [['a', 'b']]])('keeps %j as it is', async (value) => {
    await settings.set(tx(), KEY, value, new Date());
    expect(await settings.find(KEY)).toEqual(value);
  });
});
