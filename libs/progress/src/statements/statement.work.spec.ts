import type { Clock } from '@induct/platform';
import { testConfig } from '../../../../test/support/config';
import { FakeRecordStore } from '../../../../test/support/fake-record-store';
import { type AttemptToTell, attemptStatements, type Told } from './statement.rules';
import type { StatementRepository } from './statement.repository';
import { StatementWork } from './statement.work';

const at = new Date('2027-03-01T10:00:00Z');
const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const attempt = (n: number): AttemptToTell => ({
  personId: id(1),
  courseId: id(2),
  registrationId: id(3),
  versionId: id(4),
  attemptId: id(n),
  title: 'One',
  number: 1,
  completion: 'incomplete',
  success: 'unknown',
  score: null,
  learningSeconds: 0,
  isDoubted: false,
  startedAt: at,
  recordedAt: at,
  completedAt: null,
});

/** In memory: it has these attempts to tell, and nothing of them is told. */
class Memory {
  readonly added: number[] = [];
  readonly refusals: string[] = [];
  told: Told[] = [];
  constructor(private readonly count: number) {}
  begin = async () => {};
  claim = async () => ({ beganAt: at, lookedUntil: at, busyUntil: at, failures: 0, problem: null });
  attempts = async () => Array.from({ length: this.count }, (_, n) => attempt(n + 10));
  launches = async () => [];
  waiting = async (limit: number) => this.told.slice(0, limit).filter((one) => !this.refusals.includes(one.id));
  turned = async () => {};
  sent = async () => {};
  add = async (told: Told[]) => {
    this.added.push(told.length);
    this.told.push(...told);
  };
  refused = async (which: string) => void this.refusals.push(which);
}

describe('one turn of telling a record store', () => {
  let store: FakeRecordStore;
  beforeEach(async () => {
    store = await FakeRecordStore.open();
    store.refuses = () => true;
  });
  afterEach(() => store.close());
  const workOf = (memory: Memory) =>
    new StatementWork(
      memory as unknown as StatementRepository,
      { now: () => at } as Clock,
      testConfig('postgres://nowhere', store.settings),
    );

  it('writes down what is to tell in pieces, and ends after the statement in hand when Induct ends', async () => {
    const memory = new Memory(450);
    const work = workOf(memory);
    const all = (await memory.attempts()).flatMap((one) => attemptStatements(one, 'http://localhost:3000'));
    const { refused } = memory;
    memory.refused = async (which) => {
      await refused(which);
      if (memory.refusals.length === 3) await work.onApplicationShutdown();
    };
    await work.work();
    expect(memory.added).toEqual([200, 200, 50]);
    expect(memory.told).toEqual(all);
    expect(memory.refusals).toHaveLength(3);
  });
});
