import { SystemIds } from '@induct/platform';
import type { Job } from 'bullmq';
import { testConfig } from '../../../../test/support/config';
import { cloneDatabase, type TestDatabase } from '../../../../test/support/database';
import { FakeNotify, type Mood } from '../../../../test/support/fake-notify';
import { FixedClock } from '../../../../test/support/fixed-clock';
import { dice } from '../../../../test/support/random-history';
import { Deliveries } from '../outbox/deliveries';
import type { LetterLanguages } from '../outbox/letter-languages';
import { Outbox } from '../outbox/outbox';
import { Letter } from '../writing/letter';
import { MailProcessor } from './mail.processor';
import { Postman } from './postman';
import { ReturnedLetters } from './returned-letters.work';

const SEED = Number(process.env.SEED ?? 1);
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

let database: TestDatabase;
let notify: FakeNotify;
let clock: FixedClock;
let deliveries: Deliveries;
let workers: { postman: Postman; processor: MailProcessor; returned: ReturnedLetters }[];
beforeAll(async () => {
  database = await cloneDatabase();
});
afterAll(() => database?.drop());
beforeEach(async () => {
  await database.source.query('delete from mail');
  notify = await FakeNotify.open();
  clock = new FixedClock();
  deliveries = new Deliveries(database.source, clock);
  workers = [0, 1].map(() => {
    const postman = new Postman(testConfig(database.url, notify.settings));
    return {
      postman,
      processor: new MailProcessor(deliveries, postman),
      returned: new ReturnedLetters(deliveries, postman),
    };
  });
});
afterEach(async () => {
  for (const { postman } of workers) await postman.onApplicationShutdown();
  notify.close();
});

const outbox = () =>
  new Outbox(clock, new SystemIds(), { of: () => Promise.resolve('en') } as unknown as LetterLanguages);
const post = (about: string) =>
  database.source.transaction((tx) =>
    outbox().post(tx, {
      once: ['x', about],
      recipient: `${about}@example.org`,
      letter: () => Letter.of({ subject: 'A place', name: about, parts: ['You have a place.'] }),
    }),
  ) as Promise<string>;
const deliver = (id: string, at = 0) =>
  workers[at]!.processor.process({ data: { mailId: id } } as Job).then(
    () => true,
    () => false,
  );
const retry = (id: string) => database.source.transaction((tx) => deliveries.retry(tx, id));
/** What the desk sees as failed: why, by its id. */
const failed = async () => {
  const rows = await database.source.query<{ id: string; error: string }[]>(
    'select id, last_error as error from letter_standing where failed',
  );
  return new Map(rows.map(({ id, error }) => [id, error]));
};
/** What has come, by its letter. */
const came = (id: string) =>
  notify.sent.filter(({ reference, status }) => reference === id && status === 'created').length;

/** The worker is ended right after it has sent, before that is noted. */
async function sendsAndDies(id: string): Promise<void> {
  const delivery = await deliveries.take(id);
  if (delivery) await workers[0]!.postman.deliver(delivery).catch(() => undefined);
}

it('is not written to twice when its last answer was lost and an officer tries again', async () => {
  const id = await post('ann');
  notify.mood = () => 'broken';
  for (let tries = 1; tries <= 7; tries++) {
    await deliver(id);
    clock.advance(2 * DAY);
  }
  notify.mood = () => 'takes and breaks';
  // What is asked before is answered.
  notify.next = { status: 200, says: { notifications: [] } };
  await deliver(id);
  expect([came(id), (await failed()).has(id)]).toEqual([1, true]);
  notify.mood = () => 'well';
  await retry(id);
  await deliver(id);
  expect([came(id), (await failed()).size]).toEqual([1, 0]);
});

it('is seen at the desk when each of its tries was ended before anything could be noted', async () => {
  const id = await post('ann');
  notify.mood = () => 'broken';
  for (let tries = 1; tries <= 8; tries++) {
    await sendsAndDies(id);
    clock.advance(2 * DAY);
  }
  expect(await deliveries.due(10)).toEqual([]);
  expect((await failed()).get(id)).toContain('ended');
});

describe('a letter that Notify took and could not hand over', () => {
  const comesBack = async () => {
    for (const { returned } of workers) await returned.work();
  };

  it('is seen at the desk, is not sent again by itself, and is when an officer says so', async () => {
    const [ann, bob] = [await post('ann'), await post('bob')];
    for (const id of [ann, bob]) await deliver(id);
    notify.sent.find(({ reference }) => reference === ann)!.status = 'permanent-failure';
    clock.advance(10 * MINUTE);
    await comesBack();
    expect([...(await failed())]).toEqual([[ann, 'GOV.UK Notify could not hand it over: permanent-failure']]);
    clock.advance(30 * DAY);
    expect(await deliveries.due(10)).toEqual([]);
    await retry(ann);
    await deliver(ann);
    // What came back before is told still; what was sent since is on its way.
    await comesBack();
    expect([came(ann), (await failed()).size]).toEqual([1, 0]);
    notify.sent.at(-1)!.status = 'temporary-failure';
    await comesBack();
    expect((await failed()).get(ann)).toContain('temporary-failure');
  });

  it('is found among more than are told at once, and beside those of others', async () => {
    notify.perPage = 2;
    const ids = await Promise.all(['ann', 'bob', 'cat', 'dan', 'eve'].map(post));
    for (const id of ids) await deliver(id);
    for (const sent of notify.sent) sent.status = 'technical-failure';
    notify.sent.push({ ...notify.sent[0]!, id: 'another', reference: 'of another program' });
    await comesBack();
    expect([...(await failed()).keys()].toSorted()).toEqual(ids.toSorted());
  });

  it('is asked for again when Notify does not answer', async () => {
    const id = await post('ann');
    await deliver(id);
    notify.sent[0]!.status = 'permanent-failure';
    notify.mood = () => 'busy';
    await expect(workers[0]!.returned.work()).rejects.toThrow('429');
    notify.mood = () => 'well';
    await comesBack();
    expect((await failed()).size).toBe(1);
  });
});

it(`comes once to everybody or is seen at the desk, whatever Notify does and whenever a worker dies (seed ${SEED})`, async () => {
  const roll = dice(SEED);
  const moods: Mood[] = [
    'well',
    'well',
    'busy',
    'broken',
    'takes and breaks',
    'takes and is silent',
    'takes and fails',
  ];
  notify.mood = () => roll.oneOf(moods);
  const ids = await Promise.all(Array.from({ length: 30 }, (_, nth) => post(`p${nth}`)));
  for (let turn = 0; turn < 40; turn++) {
    const due = await deliveries.due(50);
    await Promise.all(
      due.map(async (id) => {
        if (roll.chance(15)) return sendsAndDies(id);
        return Promise.all([deliver(id, 0), roll.chance(30) && deliver(id, 1)]);
      }),
    );
    for (const { returned } of workers) await returned.work().catch(() => undefined);
    for (const id of (await failed()).keys()) if (roll.chance(5)) await retry(id);
    clock.advance(roll.oneOf([MINUTE, 5 * MINUTE, 60 * MINUTE, DAY]));
  }
  notify.mood = () => 'well';
  for (const { returned } of workers) await returned.work();
  const seen = await failed();
  const waiting = new Set(await deliveries.due(50));
  for (const id of ids) {
    expect(came(id)).toBeLessThanOrEqual(1);
    if (came(id) === 0) expect(seen.has(id) || waiting.has(id)).toBe(true);
  }
  expect(ids.filter((id) => came(id) === 1).length).toBeGreaterThan(15);
});
