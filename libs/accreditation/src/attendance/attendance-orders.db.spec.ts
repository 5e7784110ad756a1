import { setTimeout as wait } from 'node:timers/promises';
import { Test, type TestingModule } from '@nestjs/testing';
import {
  AttendanceWorkModule,
  AttendedTopics,
  CheckIns,
  EventsModule,
  LostAttendance,
  Programme,
  Registers,
  topicsMet,
} from '@induct/events';
import { PlatformModule, QueueModule, Transactions } from '@induct/platform';
import { Awarding } from '../../../../test/support/awarding';
import { testConfig } from '../../../../test/support/config';
import { aPlan, anEvent } from '../../../../test/support/given-programme';
import { dice } from '../../../../test/support/random-history';
import { AccreditationModule } from '../accreditation.module';
import { Awards } from '../awards/awards.service';
import { Settling } from '../mandates/settling.service';
import { CoreSkills } from '../requirements/core-skills.service';

const SEED = Number(process.env.SEED ?? 1);
const ROUNDS = Number(process.env.ROUNDS ?? 3);
const ACTS = 24;
const CHECK_IN_KEY = '0123456789abcdef'.repeat(4);

/** Now, and a part that people are let in to at that moment. */
const MOMENTS = [
  { now: '2026-11-22T14:32:00Z', on: '2026-11-22', from: '14:45', to: '16:00' },
  // The last minutes of a day, and the first.
  { now: '2026-11-23T23:58:00Z', on: '2026-11-23', from: '22:00', to: '23:59' },
  { now: '2026-11-24T00:01:00Z', on: '2026-11-24', from: '00:10', to: '01:00' },
  // In summer the day begins an hour before it does in the time of the world.
  { now: '2027-07-01T23:10:00Z', on: '2027-07-02', from: '00:15', to: '01:30' },
  // The clocks go forward at one, and back at two.
  { now: '2027-03-28T01:05:00Z', on: '2027-03-28', from: '02:15', to: '03:00' },
  { now: '2027-10-31T02:40:00Z', on: '2027-10-31', from: '03:00', to: '04:00' },
];
/** What officers may be refused with, when another was quicker. */
const REFUSALS = ['RegisterIsClosed', 'CorrectionNeedsAReason', 'SessionWasChanged'];

/** False when it was refused with one of these. */
const unless =
  (...names: string[]) =>
  (error: Error): false => {
    if (names.includes(error.name)) return false;
    throw new Error(`refused with ${error.name}`, { cause: error });
  };

let awarding: Awarding;
let processes: TestingModule[];
const officers = ['0195c0de-0000-7000-8000-00000000000f', '0195c0de-0000-7000-8000-00000000000e'] as const;
beforeAll(async () => {
  awarding = await Awarding.begin([EventsModule]);
  const { database, clock } = awarding;
  const config = testConfig(database.url, { DEMO: 'true', CHECK_IN_KEY });
  const another = async () => {
    const platform = PlatformModule.with(config, database.source, { clock });
    const imports = [
      platform,
      QueueModule.forUrl(database.url),
      AccreditationModule,
      EventsModule,
      AttendanceWorkModule,
    ];
    return (await Test.createTestingModule({ imports }).compile()).init();
  };
  processes = [await another(), await another()];
  for (const id of officers) await awarding.given.anOfficer(id, new Date('2026-01-05T09:00:00Z'));
});
afterAll(async () => {
  for (const one of processes ?? []) await one.close();
  await awarding?.end();
});

const programme = () => processes[0]!.get(Programme);
const rows = <Row extends object>(sql: string, values: unknown[]) => awarding.database.source.query<Row[]>(sql, values);

async function aSession({ on, from, to }: (typeof MOMENTS)[number], topics: string[]): Promise<string> {
  const eventId = await programme().addEvent(anEvent('A day on conduct'), officers[0]);
  return programme().addSession(aPlan(eventId, { parts: [{ on, from, to, topics }] }), 'confirmed', officers[0]);
}

/** What counts for somebody of being at a session: the topics that are asked for. */
const counts = async (sessionId: string, personId: string): Promise<string[]> =>
  (
    await rows<{ slug: string }>(
      `select r.slug from evidence e join requirement r on r.id = e.requirement_id
         join attended a on a.id = e.source and a.session_id = $1
        where e.person_id = $2 and e.kind = 'attendance' and e.withdrawn_at is null order by 1`,
      [sessionId, personId],
    )
  ).map(({ slug }) => slug);

/** What is waited for until somebody gives it. */
function aSign() {
  let give!: () => void;
  const given = new Promise<void>((resolve) => (give = resolve));
  return { given, give };
}

/** It becomes a core module, in a transaction that is not over before `meanwhile` has come to its end. */
async function becomesCore(course: string, meanwhile: () => Promise<unknown>): Promise<void> {
  const [written, over] = [aSign(), aSign()];
  const becoming = processes[0]!.get(Transactions).run(async (tx) => {
    await tx.query('update course set core = true where id = $1', [course]);
    await processes[0]!.get(CoreSkills).keepInStep(tx);
    written.give();
    await over.given;
  });
  await written.given;
  await meanwhile().finally(over.give);
  await becoming;
}
async function aModuleNobodyIsAskedFor(): Promise<string> {
  const course = await awarding.given.aPublishedCoreModule();
  await rows('update course set core = false where id = $1', [course]);
  return course;
}

describe('whoever was there when what it is about became a core skill', () => {
  it.each(['was at a session', 'completed the module'])(
    'has shown it, though neither saw the other: %s',
    async (how) => {
      const moment = MOMENTS[0]!;
      awarding.clock.set(moment.now);
      const [course, ann] = [await aModuleNobodyIsAskedFor(), await awarding.given.aMember('Ann')];
      const session = await aSession(moment, [course]);
      const { code } = (await processes[0]!.get(CheckIns).shown(session)).now!;
      await becomesCore(course, () =>
        how === 'was at a session' ? processes[1]!.get(CheckIns).checkIn(code, ann) : awarding.complete(ann, course),
      );
      // As the worker does each minute.
      await awarding.awards.considerOverdue();
      expect(
        await rows(
          `select r.slug from evidence e join requirement r on r.id = e.requirement_id
          where e.person_id = $1 and e.withdrawn_at is null`,
          [ann],
        ),
      ).toEqual([{ slug: course }]);
    },
  );
});

it('counts no more when the register is put right while what it is about becomes a core skill', async () => {
  const moment = MOMENTS[0]!;
  awarding.clock.set(moment.now);
  const [course, ann] = [await aModuleNobodyIsAskedFor(), await awarding.given.aMember('Ann')];
  const session = await aSession(moment, [course]);
  const tick = (value: 'present' | 'absent') =>
    processes[1]!
      .get(Registers)
      .mark(session, [{ personId: ann, part: 1, value }], { by: officers[0], how: 'register', reason: 'Put right' });
  await tick('present');
  let correcting!: Promise<number>;
  await becomesCore(course, async () => {
    correcting = tick('absent');
    await wait(300);
  });
  await correcting;
  expect(await counts(session, ann)).toEqual([]);
});

it('is found when whoever put the topics right ended before it was worked out, and nothing else is touched', async () => {
  const moment = MOMENTS[0]!;
  awarding.clock.set(moment.now);
  const [course, other] = [await awarding.given.aPublishedCoreModule(), await awarding.given.aPublishedCoreModule()];
  await awarding.awards.considerOverdue();
  const session = await aSession(moment, [other]);
  const [ann, bob] = [await awarding.given.aMember('Ann'), await awarding.given.aMember('Bob')];
  const ticks = [
    { personId: ann, part: 1, value: 'present' as const },
    { personId: bob, part: 1, value: 'absent' as const },
  ];
  await processes[0]!.get(Registers).mark(session, ticks, { by: officers[0], how: 'register' });
  const { eventId, parts } = await programme().session(session);
  const put = (topics: string[], revision: number) => {
    const plan = aPlan(eventId, { parts: parts.map((part) => ({ ...part, topics })) });
    return programme().changeSession(session, plan, revision, officers[0]);
  };
  await put([course, other], 1);
  const work = processes[1]!.get(LostAttendance, { strict: false });
  await work.work();
  expect([await counts(session, ann), await counts(session, bob)]).toEqual([[course, other].toSorted(), []]);
  // To take something back is somebody's act.
  await put([], 2);
  await work.work();
  expect(await counts(session, ann)).toHaveLength(2);
  await processes[0]!.get(AttendedTopics).settleAnew(session, officers[0]);
  expect(await counts(session, ann)).toEqual([]);
});

describe(`check-ins, ticks, corrections and whatever else happens at that moment, in any order (seed ${SEED})`, () => {
  const roll = dice(SEED);
  it.each(Array.from({ length: ROUNDS }, (_, nth) => nth))('come to what the register says: round %i', async () => {
    const moment = roll.oneOf(MOMENTS);
    awarding.clock.set(moment.now);
    const modules = [await awarding.given.aPublishedCoreModule(), await aModuleNobodyIsAskedFor()];
    await awarding.awards.considerOverdue();
    const people = await Promise.all(['Ann', 'Bob', 'Cat'].map((name) => awarding.given.aMember(name)));
    const session = await aSession(moment, modules);
    const { code } = (await processes[0]!.get(CheckIns).shown(session)).now!;
    const [checkedIn, completed] = [new Set<string>(), new Set<string>()];
    const either = () => processes[roll.below(2)]!;
    const acts: (() => Promise<unknown>)[] = [
      ...[0, 1, 2].map(() => async () => {
        const person = roll.oneOf(people);
        const isIn = await either()
          .get(CheckIns)
          .checkIn(code, person)
          .then(() => true)
          .catch(unless('RegisterIsClosed', 'MarkedAbsent'));
        if (isIn) checkedIn.add(person);
      }),
      () => {
        const mark = { personId: roll.oneOf(people), part: 1, value: roll.oneOf(['present', 'absent'] as const) };
        const by = { by: roll.oneOf(officers), how: 'register' as const, reason: roll.chance(60) ? 'Put right' : null };
        return either().get(Registers).mark(session, [mark], by);
      },
      async () => {
        const [one, by] = [either(), roll.oneOf(officers)];
        const { eventId, parts, revision } = await one.get(Programme).session(session);
        const topics = modules.filter(() => roll.chance(70));
        const plan = aPlan(eventId, { parts: parts.map((part) => ({ ...part, topics })) });
        await one.get(Programme).changeSession(session, plan, revision, by);
        await one.get(AttendedTopics).settleAnew(session, by);
      },
      () => either().get(Awards).considerOverdue(),
      () => {
        const [one, person] = [either(), roll.oneOf(people)];
        const settle = one.get(Settling);
        return one.get(Transactions).run((tx) => settle.settle(tx, person, moment.on));
      },
      async () => {
        const person = roll.oneOf(people);
        if (completed.has(person)) return;
        completed.add(person);
        await awarding.complete(person, modules[0]!);
      },
    ];
    const soon = roll.below(ACTS);
    const done = await Promise.allSettled(
      Array.from({ length: ACTS }, async (_, at) => {
        await wait(roll.below(60));
        if (at === soon) return becomesCore(modules[1]!, () => wait(roll.below(30)));
        if (at === 0 && roll.chance(50)) return either().get(Registers).close(session, officers[0]);
        return roll.oneOf(acts)();
      }),
    );
    const unexpected = done.flatMap((one) =>
      one.status === 'rejected' && !REFUSALS.includes((one.reason as Error).name) ? [one.reason as unknown] : [],
    );
    expect(unexpected).toEqual([]);
    await either().get(Awards).considerOverdue();

    const { parts } = await programme().session(session);
    const register = new Map((await processes[0]!.get(Registers).register(session)).map((row) => [row.id, row.marks]));
    for (const person of people) {
      const marks = register.get(person) ?? [];
      const met = topicsMet(parts, (number) => marks.find(({ part }) => part === number)?.value);
      expect(await counts(session, person)).toEqual([...met.keys()].toSorted());
    }
    // Nobody who was told that they are checked in is missing; an officer may have put it right since.
    expect([...checkedIn].filter((person) => !register.has(person))).toEqual([]);
  });
});
