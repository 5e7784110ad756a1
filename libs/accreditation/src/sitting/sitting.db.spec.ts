import { randomUUID } from 'node:crypto';
import { Awarding } from '../../../../test/support/awarding';
import { givenNames, writeHistory } from '../../../../test/support/given-history';
import {
  BODIES,
  dayAt,
  dice,
  momentAt,
  PEOPLE,
  randomHistory,
  REQUIREMENTS,
  SCHEMES,
  SPAN,
} from '../../../../test/support/random-history';
import { Mandates } from '../mandates/mandates.service';
import { BodyTrainings } from './body-trainings.service';
import { eligible } from './eligible';
import { AskedAlready, NotAskedAnyMore } from './sitting.errors';
import { Suspensions } from '../suspensions/suspensions.service';
import { WhoMaySit } from './who-may-sit.queries';

describe('sitting', () => {
  let awarding: Awarding;
  let { given, clock, database } = {} as Awarding;
  const [one, other] = [randomUUID(), randomUUID()];
  beforeAll(async () => {
    awarding = await Awarding.begin();
    ({ given, clock, database } = awarding);
    for (const id of [one, other]) await given.anOfficer(id);
    await givenNames(database.source);
  });
  afterAll(() => awarding?.end());
  beforeEach(() => clock.set('2026-11-22T14:32:00Z'));

  const who = () => awarding.nest.get(WhoMaySit);

  it('is decided for a body in one statement as the rule decides it for one person', async () => {
    const roll = dice(Number(process.env.SEED ?? 1));
    let told = 0;
    // Some seeds make councils in which hardly anybody sits: then more of them are asked.
    for (let nth = 0; nth < 12 || (told <= 40 && nth < 60); nth += 1) {
      const history = randomHistory(roll);
      const runner = database.source.createQueryRunner();
      await runner.startTransaction();
      try {
        await writeHistory(runner.manager, history);
        for (let question = 0; question < 6; question += 1) {
          const [day, moment] = [dayAt(roll.below(SPAN)), momentAt(roll.below(SPAN + 3))];
          const asking = { createQueryRunner: () => ({ manager: runner.manager, release: () => Promise.resolve() }) };
          const found = await new WhoMaySit(asking as never).on({ day, knownAt: moment, bodyIds: BODIES });
          told += found.length;
          for (const personId of PEOPLE) {
            for (const bodyId of BODIES) {
              const rule = eligible(history, personId, bodyId, day, moment);
              const rows = found.filter((sitter) => sitter.personId === personId && sitter.bodyId === bodyId);
              expect(rows.map(comparable)).toEqual(rule.place ? [comparable(rule)] : []);
            }
          }
        }
      } finally {
        await runner.rollbackTransaction();
        await runner.release();
      }
    }
    expect(told).toBeGreaterThan(40);
  });

  it('counts an award of a July evening for the London day it was made on', async () => {
    const [personId, bodyId] = [PEOPLE[0]!, BODIES[1]!];
    await database.source.transaction(async (tx) => {
      const known = { from: new Date('2026-07-13T23:30:00Z'), to: null };
      const always = { from: '2026-01-01', until: null };
      await writeHistory(tx, {
        ...randomHistory(dice(1)),
        seats: [{ personId, bodyId, capacity: 'member', during: always, known }],
        rules: [],
        asked: [{ bodyId, what: { scheme: SCHEMES[1]! }, during: always, known }],
        shown: [],
        awards: [{ personId, scheme: SCHEMES[1]!, on: '2026-07-14', validUntil: '2026-07-20', revoked: null, known }],
        accredited: [],
        editions: [],
      });
    });
    const may = async (day: string) =>
      (await who().on({ day, knownAt: clock.now(), personId })).map((sitter) => [sitter.may, sitter.until]);
    expect(await who().on({ day: '2026-07-14', knownAt: clock.now() })).toMatchObject([
      { personId, bodyId, may: true },
    ]);
    expect(await may('2026-07-13')).toEqual([[false, null]]);
    expect(await may('2026-07-14')).toEqual([[true, '2026-07-20']]);
    expect(await may('2026-07-20')).toEqual([[true, '2026-07-20']]);
    expect(await may('2026-07-21')).toEqual([[false, null]]);
  });

  it('counts no award whose certificate is suspended, from that day until it is lifted', async () => {
    const [personId, bodyId, scheme] = [PEOPLE[2]!, BODIES[1]!, SCHEMES[1]!];
    const known = { from: new Date('2026-08-01T09:00:00Z'), to: null };
    const always = { from: '2026-01-01', until: null };
    await database.source.transaction((tx) =>
      writeHistory(tx, {
        ...randomHistory(dice(1)),
        seats: [{ personId, bodyId, capacity: 'member', during: always, known }],
        rules: [],
        asked: [],
        shown: [],
        awards: [{ personId, scheme, on: '2026-08-01', validUntil: null, revoked: null, known }],
        accredited: [],
        editions: [],
      }),
    );
    const may = async (day: string, knownAt = clock.now()) =>
      (await who().on({ day, knownAt, personId, bodyIds: [bodyId] })).map((sitter) => sitter.may);
    const suspended = async (day: string) =>
      (await who().on({ day, knownAt: clock.now(), personId, bodyIds: [bodyId] })).map(({ asked }) =>
        asked.map((training) => training.suspended),
      );
    expect(await may('2026-11-22')).toEqual([true]);
    const [{ id }] = await database.source.query<[{ id: string }]>('select id from certificate where person_id = $1', [
      personId,
    ]);
    const suspensions = awarding.nest.get(Suspensions);
    const before = clock.now();
    clock.advance(60_000);
    const suspension = await suspensions.propose(id, { by: one, reason: 'Is looked into' });
    expect(await may('2026-11-22')).toEqual([true]);
    await suspensions.confirm(id, suspension, other);
    expect([await may('2026-11-21'), await may('2026-11-22')]).toEqual([[true], [false]]);
    expect(await suspended('2026-11-22')).toEqual([[true]]);
    expect(await may('2026-11-22', before)).toEqual([true]);
    clock.set('2026-11-24T09:00:00Z');
    await suspensions.lift(id, suspension, { by: one, why: 'All is well' });
    expect([await may('2026-11-23'), await may('2026-11-24')]).toEqual([[false], [true]]);
    expect([await suspended('2026-11-23'), await suspended('2026-11-24')]).toEqual([[[true]], [[false]]]);
  });

  it.each(['a body’s own', 'the statutory'])(
    'counts no award whose certificate still waits for an officer, and says so: %s training',
    async (asks) => {
      const [personId, bodyId, scheme] = [PEOPLE[2]!, BODIES[0]!, SCHEMES[0]!];
      const known = { from: new Date('2026-08-01T09:00:00Z'), to: null };
      const always = { from: '2026-01-01', until: null };
      const own = asks === 'a body’s own';
      const runner = database.source.createQueryRunner();
      await runner.startTransaction();
      try {
        await writeHistory(runner.manager, {
          ...randomHistory(dice(1)),
          seats: [{ personId, bodyId, capacity: 'member', during: always, known }],
          rules: [],
          asked: own ? [{ bodyId, what: { scheme }, during: always, known }] : [],
          shown: [],
          awards: [{ personId, scheme, on: '2026-08-01', validUntil: '2026-12-31', revoked: null, known }],
          accredited: [{ what: { scheme }, during: always, known }],
          editions: own ? [] : [{ mode: 'statutory', startsOn: '2026-07-01', bodies: [bodyId], known }],
        });
        const asking = { createQueryRunner: () => ({ manager: runner.manager, release: () => Promise.resolve() }) };
        const says = async (day: string, knownAt = clock.now()) => {
          const [sitter] = await new WhoMaySit(asking as never).on({ day, knownAt, personId, bodyIds: [bodyId] });
          return [sitter!.may, sitter!.asked[0]!.waits];
        };
        expect(await says('2026-11-22')).toEqual([true, false]);
        await runner.query(`update certificate set issued_at = '2026-11-23T09:00:00Z' where person_id = $1`, [
          personId,
        ]);
        expect(await says('2026-11-22')).toEqual([false, true]);
        // Before it was earned, and after it would have run out, nobody has to issue anything.
        expect([await says('2026-07-31'), await says('2027-01-01')]).toEqual([
          [false, false],
          [false, false],
        ]);
        // Once it is issued it counts from its day on, as we know then.
        expect(await says('2026-11-22', new Date('2026-11-23T09:00:00Z'))).toEqual([true, false]);
      } finally {
        await runner.rollbackTransaction();
        await runner.release();
      }
    },
  );

  it('asks for what a mandate says is to be met before sitting, until it is ended', async () => {
    const [personId, bodyId] = [PEOPLE[1]!, BODIES[0]!];
    const always = { from: '2026-01-01', until: null };
    const known = { from: new Date('2026-01-01T09:00:00Z'), to: null };
    await database.source.transaction((tx) =>
      writeHistory(tx, {
        ...randomHistory(dice(1)),
        seats: [{ personId, bodyId, capacity: 'chair', during: always, known }],
        rules: [],
        asked: [],
        shown: [],
        awards: [],
        accredited: [],
        editions: [],
      }),
    );
    const mandates = awarding.nest.get(Mandates);
    const { id } = await mandates.propose({
      title: 'Planning',
      source: '',
      who: 'body',
      role: null,
      bodyId,
      capacities: ['chair'],
      personId: null,
      requirementId: REQUIREMENTS[0]!,
      schemeId: null,
      anchor: 'appointment',
      fixedOn: null,
      count: 0,
      unit: 'day',
      beforeSitting: true,
      anew: false,
      from: '2026-11-01',
      until: null,
      by: one,
    });
    const may = async (day: string, knownAt = clock.now()) =>
      (await who().on({ day, knownAt, personId, bodyIds: [bodyId] })).map((sitter) => sitter.may);
    expect(await may('2026-11-22')).toEqual([true]);
    await mandates.adopt(id, other);
    const adopted = clock.now();
    expect([await may('2026-10-31'), await may('2026-11-22')]).toEqual([[true], [false]]);
    clock.set('2026-11-24T09:00:00Z');
    await mandates.end(id, { by: one, reason: 'The module is withdrawn' });
    expect([await may('2026-11-23'), await may('2026-11-24')]).toEqual([[false], [true]]);
    expect(await may('2026-11-24', adopted)).toEqual([false]);
  });

  it('keeps what a body asked when it asks it no more', async () => {
    const trainings = awarding.nest.get(BodyTrainings);
    const asks = {
      bodyId: BODIES[0]!,
      what: { kind: 'requirement', id: REQUIREMENTS[1]! },
      from: '2026-09-01',
      by: one,
    } as const;
    const id = await trainings.ask(asks);
    await expect(trainings.ask({ ...asks, from: '2027-01-01' })).rejects.toThrow(AskedAlready);
    await trainings.askNoMore(id, { on: '2026-12-01', by: other });
    await expect(trainings.askNoMore(id, { on: '2026-12-02', by: other })).rejects.toThrow(NotAskedAnyMore);
    const said = (await trainings.all()).filter(({ bodyId }) => bodyId === BODIES[0]);
    expect(said).toMatchObject([{ from: '2026-09-01', until: '2026-12-01' }]);
    await expect(database.source.query(`delete from body_training`)).rejects.toThrow('superseded once');
  });
});

/** Without titles, and in one order. */
function comparable({ may, until, place, asked }: ReturnType<typeof eligible>) {
  const named = asked.map(({ kind, id, binding, met, since, until: last, ended, revokedOn, suspended }) => ({
    kind,
    id,
    binding,
    met,
    since,
    until: last,
    ended,
    revokedOn,
    suspended,
  }));
  return { may, until, place, asked: named.toSorted((a, b) => `${a.kind} ${a.id}`.localeCompare(`${b.kind} ${b.id}`)) };
}
