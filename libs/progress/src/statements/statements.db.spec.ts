import { Transactions } from '@induct/platform';
import { testConfig } from '../../../../test/support/config';
import { FakeRecordStore } from '../../../../test/support/fake-record-store';
import { aTree } from '../../../../test/support/given-learning';
import { body, TrackedLearning } from '../../../../test/support/tracked-learning';
import { StatementRepository } from './statement.repository';
import { StatementWork } from './statement.work';
import { Statements } from './statements.service';

const MINUTE = 60_000;
const ofScore = (raw: string, lesson_status = 'incomplete', session_time = '0000:20:00') => ({
  core: { lesson_status, lesson_location: 'p1', session_time, exit: '', score: { raw } },
  suspend_data: '',
});

describe('a learning record store', () => {
  let learning: TrackedLearning;
  let store: FakeRecordStore;
  let work: StatementWork;
  let repository: StatementRepository;
  beforeEach(async () => {
    learning = await TrackedLearning.begin();
    store = await FakeRecordStore.open();
    repository = learning.module.get(StatementRepository);
    work = workOf(store.settings);
    await work.work();
    learning.clock.advance(MINUTE);
  });
  afterEach(async () => {
    store.close();
    await learning.end();
  });

  const workOf = (settings: object) =>
    new StatementWork(
      repository,
      learning.clock,
      testConfig(learning.database.url, settings as Record<string, string>),
    );
  const turn = async (minutes = 1) => {
    learning.clock.advance(minutes * MINUTE);
    await work.work();
  };
  const problem = async () => (await repository.sending())?.problem;

  it('is told what somebody did, in the order in which they did it, by an id of ours and nothing else', async () => {
    const { token, personId, courseId } = await learning.opened();
    await turn();
    expect(store.verbs(personId)).toEqual(expect.arrayContaining(['attempted', 'initialized']));
    learning.clock.advance(20 * MINUTE);
    await learning.tracking.commit(token, body({ seq: 1, cmi: ofScore('40', 'failed'), final: true }));
    await turn();
    learning.clock.advance(20 * MINUTE);
    await learning.tracking.commit(token, body({ seq: 2, run: 2, cmi: ofScore('85', 'passed'), final: true }));
    await turn();
    await turn(11);
    expect(store.verbs(personId).toSorted()).toEqual(
      ['attempted', 'initialized', 'failed', 'scored', 'passed', 'scored', 'completed', 'terminated'].toSorted(),
    );
    const told = [...store.stored.values()];
    const passed = told.find(({ verb }) => verb.id.endsWith('/passed'))!;
    expect(passed).toMatchObject({
      actor: { account: { name: personId, homePage: 'http://localhost:3000' } },
      object: { id: `http://localhost:3000/courses/${courseId}/versions/1` },
      result: { success: true, score: { scaled: 0.85, raw: 85, min: 0, max: 100 } },
    });
    const [{ name, email }] = (await learning.rows<{ name: string; email: string }>(
      'select name, email from person_current where id = $1',
      personId,
    )) as [{ name: string; email: string }];
    expect(JSON.stringify(told)).not.toContain(email);
    expect(JSON.stringify(told)).not.toContain(name);
  });

  it('is told once, whatever answer is lost and whoever asks again, and nothing is kept of it but that it was told', async () => {
    const { personId } = await learning.opened();
    store.next = 'lost answer';
    await turn();
    expect(await problem()).toMatch(/could not be reached/);
    await turn(20);
    await Promise.all([work.work(), workOf(store.settings).work()]);
    expect(store.verbs(personId)).toHaveLength(2);
    expect(await problem()).toBeNull();
    expect(await learning.rows('select body, refusal from learning_statement where person_id = $1', personId)).toEqual([
      { body: null, refusal: null },
      { body: null, refusal: null },
    ]);
    // A copy of the database from before is put back: all is told again, and is nothing new.
    const size = store.stored.size;
    await learning.rows('delete from learning_statement');
    await learning.rows(`update learning_statement_sending set looked_until = began_at`);
    await turn();
    expect([store.stored.size, (await repository.counts()).waiting]).toEqual([size, 0]);
  });

  it('that is away for a day loses nothing, and is asked ever more seldom', async () => {
    const people: string[] = [];
    const away = async (minutes: number) => {
      store.next = people.length % 2 ? 'no answer' : 503;
      await turn(minutes);
      return store.next === undefined;
    };
    let asked = 0;
    people.push((await learning.opened()).personId);
    for (let minute = 0; minute < 20; minute++) if (await away(1)) asked++;
    expect(asked).toBe(5);
    for (let hour = 0; hour < 24; hour++) {
      people.push((await learning.opened()).personId);
      expect(await away(60)).toBe(true);
    }
    expect([store.stored.size, await problem()]).toEqual([
      0,
      expect.stringMatching(/^The record store (cannot|could not)/),
    ]);
    store.next = undefined;
    await turn(16);
    for (const person of people) expect(store.verbs(person)).toContain('initialized');
    expect(Math.max(...store.sizes)).toBe(50);
    expect((await repository.counts()).waiting).toBe(0);
  });

  it('that refuses one takes the others, and an administrator reads why; a key or an address that is wrong keeps all', async () => {
    const { personId } = await learning.opened();
    const other = await learning.opened();
    store.refuses = ({ actor, verb }) => actor.account.name === personId && verb.id.endsWith('/initialized');
    await turn();
    expect([store.verbs(personId), store.verbs(other.personId).toSorted()]).toEqual([
      ['attempted'],
      ['attempted', 'initialized'],
    ]);
    const { refused } = await repository.counts();
    expect(refused).toEqual([{ words: 'The record store refused it (400): The verb … is not allowed', count: 1 }]);
    store.refuses = () => false;
    await new Statements(
      repository,
      learning.module.get(Transactions),
      { record: async () => {} } as never,
      {} as never,
    ).retry(personId);
    await turn();
    expect(store.verbs(personId)).toHaveLength(2);

    const early = await learning.opened();
    // A page to sign in at, in front of the store.
    store.next = 200;
    await turn();
    expect(await problem()).toBe('Something else than a record store answers at its address (200)');
    await turn(20);
    expect(store.verbs(early.personId)).toHaveLength(2);

    const late = await learning.opened();
    work = workOf({ ...store.settings, XAPI_SECRET: 'another' });
    await turn();
    expect(await problem()).toBe('The record store does not accept our key (401)');
    work = workOf(store.settings);
    await turn(20);
    expect(store.verbs(late.personId)).toHaveLength(2);
  });

  it('hears of a completion that is hard to believe only when an officer has said that it counts', async () => {
    const { token, personId } = await learning.opened();
    learning.clock.advance(3_000);
    await learning.tracking.commit(token, body({ seq: 1, cmi: ofScore('90', 'passed', '0000:00:03'), final: true }));
    await turn();
    expect(store.verbs(personId).toSorted()).toEqual(['attempted', 'initialized']);
    await turn(120);
    await learning.rows(
      'update doubtful_completion set counts = true, looked_at = $1, looked_by = $2, words = $3',
      learning.clock.now(),
      personId,
      'Seen',
    );
    await turn();
    expect(store.verbs(personId)).toEqual(expect.arrayContaining(['passed', 'scored', 'completed', 'terminated']));
  });

  it('that is off costs nothing, and is not told later what happened meanwhile', async () => {
    await turn();
    work = workOf({});
    await turn();
    const { personId } = await learning.opened(aTree({ one: {} }));
    await turn();
    expect(await learning.rows('select from learning_statement_sending')).toEqual([]);
    learning.clock.advance(3 * MINUTE);
    work = workOf(store.settings);
    await turn();
    const { personId: later } = await learning.opened();
    await turn();
    expect([store.verbs(personId), store.verbs(later)]).toEqual([[], expect.arrayContaining(['attempted'])]);
  });
});
