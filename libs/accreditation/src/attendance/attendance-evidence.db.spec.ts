import { AttendedTopics, EventsModule, Programme, Registers } from '@induct/events';
import { Awarding } from '../../../../test/support/awarding';
import { anEvent } from '../../../../test/support/given-programme';
import { Certificates } from '../acts/certificates.service';
import { Asked } from '../requirements/asked.queries';
import { Withdrawals } from '../withdrawals/withdrawals.service';

const PLAN = { place: 'The chamber', onlineUrl: null, districts: [], note: null, pools: [] };

describe('to be at a session', () => {
  let awarding: Awarding;
  let [course, session, officer, other] = ['', '', '', ''];
  beforeAll(async () => {
    awarding = await Awarding.begin([EventsModule]);
    [officer, other] = ['0195c0de-0000-7000-8000-00000000000f', '0195c0de-0000-7000-8000-00000000000e'];
    for (const id of [officer, other]) await awarding.given.anOfficer(id);
    course = await awarding.given.aPublishedCoreModule();
    await awarding.awards.considerOverdue();
    session = await aSession([[course], [course, 'nothing-that-is-asked']]);
  });
  afterAll(() => awarding?.end());

  const registers = () => awarding.nest.get(Registers);
  const attended = () => awarding.nest.get(AttendedTopics);
  async function aSession(topics: string[][], days: string[] = []): Promise<string> {
    const programme = awarding.nest.get(Programme);
    const eventId = await programme.addEvent(anEvent('A day on conduct'), officer);
    const parts = topics.map((named, at) => ({
      on: days[at] ?? '2026-11-22',
      from: at === 0 ? '09:30' : '13:30',
      to: at === 0 ? '12:30' : '16:30',
      topics: named,
    }));
    return programme.addSession({ ...PLAN, eventId, parts }, 'confirmed', officer);
  }
  const mark = (personId: string, values: ('present' | 'absent')[], more: { by?: string; reason?: string } = {}) =>
    registers().mark(
      session,
      values.map((value, at) => ({ personId, part: at + 1, value })),
      { by: officer, how: 'register', ...more },
    );
  const met = async (personId: string) =>
    (await awarding.nest.get(Asked).of(personId)).find(({ slug }) => slug === course)!.met;
  const certificates = (personId: string) => awarding.nest.get(Certificates).byPerson(personId);

  it('meets what it is about, and makes the award, once every part that names it was attended', async () => {
    const ann = await awarding.given.aMember();
    expect(await mark(ann, ['present', 'absent'])).toBe(1);
    expect(await met(ann)).toBeUndefined();
    expect(await mark(ann, ['present', 'present'])).toBe(1);
    expect(await met(ann)).toEqual({ by: 'attendance', on: '2026-11-22', until: null });
    // A morning and an afternoon of three hours each; none of them is counted for what else it is about.
    expect(await certificates(ann)).toMatchObject([{ state: 'issued', facts: { learningSeconds: 6 * 3600 } }]);
    // To tick it again changes nothing.
    expect(await mark(ann, ['present', 'present'])).toBe(0);
    expect(await certificates(ann)).toHaveLength(1);
  });

  it('counts no more when the register is put right: the certificate is proposed to be revoked, what it said is kept', async () => {
    const bob = await awarding.given.aMember();
    await mark(bob, ['present', 'present']);
    const [certificate] = await certificates(bob);
    await mark(bob, ['present', 'absent'], { by: other, reason: 'He left at noon' });
    expect(await met(bob)).toBeUndefined();
    const [evidence] = await awarding.nest.get(Withdrawals).ofPerson(bob);
    expect(evidence).toMatchObject({ kind: 'attendance', withdrawnBy: other, withdrawnReason: 'He left at noon' });
    const resting = await awarding.nest.get(Withdrawals).find(evidence!.id);
    expect(resting.resting).toEqual([{ id: certificate!.id, number: certificate!.number, waits: true }]);
    expect((await registers().corrections(session)).filter(({ value }) => value === 'present')).toHaveLength(1);
    // He was there after all: that is another evidence.
    await mark(bob, ['present', 'present'], { by: officer, reason: 'He came back' });
    expect(await met(bob)).toMatchObject({ by: 'attendance' });
    expect(await awarding.nest.get(Withdrawals).ofPerson(bob)).toHaveLength(2);
  });

  it('is evidence, too, of what is asked for only later', async () => {
    const cy = await awarding.given.aMember();
    await mark(cy, ['present', 'present']);
    const standing = await awarding.database.source.query('select topic from attended_standing where person_id = $1', [
      cy,
    ]);
    expect(standing).toHaveLength(2);
    expect(await awarding.nest.get(Withdrawals).ofPerson(cy)).toHaveLength(1);
  });

  it('is known from the day of each part on; apologies come before, and the register stays open until the last day', async () => {
    const twoDays = await aSession([[course], []], ['2026-11-22', '2026-11-29']);
    const eve = await awarding.given.aMember();
    const ticks = (value: 'present' | 'apologies', part: number) =>
      registers().mark(twoDays, [{ personId: eve, part, value }], { by: officer, how: 'register' });
    await expect(ticks('present', 2)).rejects.toMatchObject({ name: 'NotBegun' });
    await expect(registers().close(twoDays, officer)).rejects.toMatchObject({ name: 'NotBegun' });
    expect(await ticks('apologies', 2)).toBe(1);
    expect(await ticks('present', 1)).toBe(1);
    const programme = awarding.nest.get(Programme);
    const hold = await programme.addSession({ ...PLAN, eventId: null, parts: [] }, 'hold', officer);
    await expect(registers().close(hold, officer)).rejects.toMatchObject({ name: 'NotTakingPlace' });
  });

  it('is worked out anew when what the session is about was put right after people had been there', async () => {
    const forgotten = await aSession([[]]);
    const fay = await awarding.given.aMember();
    await registers().mark(forgotten, [{ personId: fay, part: 1, value: 'present' }], { by: officer, how: 'register' });
    const programme = awarding.nest.get(Programme);
    const { eventId, parts } = await programme.session(forgotten);
    const named = (topics: string[]) => ({ ...PLAN, eventId, parts: parts.map((part) => ({ ...part, topics })) });
    await programme.changeSession(forgotten, named([course]), 1, officer);
    expect(await attended().settleAnew(forgotten, other)).toBe(1);
    expect(await met(fay)).toMatchObject({ by: 'attendance' });
    expect(await certificates(fay)).toMatchObject([
      { facts: { requirements: [{ how: 'attendance', on: '2026-11-22', place: 'The chamber' }] } },
    ]);
    expect(await attended().settleAnew(forgotten, other)).toBe(0);
    await programme.changeSession(forgotten, named([]), 2, officer);
    expect(await attended().settleAnew(forgotten, other)).toBe(1);
    expect(await met(fay)).toBeUndefined();
  });

  it('stays with the part it was written for: none is put before it', async () => {
    const held = await aSession([[course]]);
    const gus = await awarding.given.aMember();
    // Apologies are a mark like any other.
    await registers().mark(held, [{ personId: gus, part: 1, value: 'apologies' }], { by: officer, how: 'register' });
    const programme = awarding.nest.get(Programme);
    const { eventId, parts } = await programme.session(held);
    const early = { on: parts[0]!.on, from: '06:00', to: '06:30', topics: [] };
    const late = { on: parts[0]!.on, from: '22:00', to: '22:30', topics: [] };
    const change = (planned: (typeof early | (typeof parts)[number])[]) =>
      programme.changeSession(held, { ...PLAN, eventId, parts: planned }, 1, officer);
    await expect(change([early, ...parts])).rejects.toMatchObject({ name: 'AttendanceIsRecorded' });
    await change([...parts, late]);
    expect((await programme.session(held)).parts.map(({ from }) => from)).toEqual([parts[0]!.from, '22:00']);
  });

  it('keeps a session from being cancelled or put off: it took place', async () => {
    const held = await aSession([[course]]);
    const ivy = await awarding.given.aMember();
    const tick = (value: 'present' | 'absent') =>
      registers().mark(held, [{ personId: ivy, part: 1, value }], { by: officer, how: 'register' });
    await tick('present');
    const programme = awarding.nest.get(Programme);
    for (const to of ['cancelled', 'provisional'] as const)
      await expect(programme.setState(held, to, { by: officer, revision: 1, reason: 'Flood' })).rejects.toMatchObject({
        name: 'SomebodyWasThere',
      });
    const parts = (await programme.session(held)).parts;
    const on = (day: string) => ({ ...PLAN, eventId: null, parts: parts.map((part) => ({ ...part, on: day })) });
    const event = (await programme.session(held)).eventId;
    await expect(
      programme.changeSession(held, { ...on('2027-03-02'), eventId: event }, 1, officer),
    ).rejects.toMatchObject({ name: 'SomebodyWasThere' });
    await tick('absent');
    await programme.setState(held, 'cancelled', { by: officer, revision: 1, reason: 'Flood' });
  });

  it('is saved page by page: what another has ticked meanwhile stays, and who cannot be is named', async () => {
    const open = await aSession([[course]]);
    const [gil, hal] = [await awarding.given.aMember(), await awarding.given.aMember()];
    const tick = (personId: string, value: 'present' | 'absent', seen: 'present' | 'absent' | null = null) => ({
      personId,
      part: 1,
      value,
      seen,
    });
    const by = { by: officer, how: 'register' as const };
    expect(await registers().save(open, [tick(gil, 'present')], { by: other, how: 'register' })).toMatchObject({
      changed: [gil],
      lost: [],
    });
    const saved = await registers().save(
      open,
      [tick(gil, 'absent'), tick(hal, 'absent'), tick(officer, 'present')],
      by,
    );
    expect(saved).toEqual({
      changed: [hal],
      lost: [],
      overtaken: [{ personId: gil, part: 1 }],
      refused: [{ personId: officer, why: 'Another officer writes down whether you were there' }],
    });
    // By the code nobody comes who was looked for in the room and not found.
    const code = registers().mark(open, [{ personId: hal, part: 1, value: 'present' }], {
      by: hal,
      how: 'code',
    });
    await expect(code).rejects.toMatchObject({ name: 'MarkedAbsent' });
    awarding.clock.set('2026-11-22T15:00:00Z');
    expect(await registers().save(open, [tick(gil, 'absent', 'present')], by)).toMatchObject({ lost: [gil] });
    awarding.clock.set('2026-11-22T15:05:00Z');
    await registers().save(open, [tick(gil, 'present', 'absent')], { ...by, reason: 'She was in the other room' });
    expect(await registers().corrections(open)).toMatchObject([
      { personId: gil, value: 'absent', to: 'present', why: 'She was in the other room' },
      { personId: gil, value: 'present', to: 'absent', why: null },
    ]);
  });

  it('is written down by one who was not there, and after the register is closed with a reason', async () => {
    const dee = await awarding.given.aMember();
    await expect(mark(officer, ['present'])).rejects.toMatchObject({ name: 'OwnAttendance' });
    await mark(dee, ['absent', 'absent']);
    await registers().close(session, officer);
    await expect(registers().close(session, officer)).rejects.toMatchObject({ name: 'RegisterIsClosed' });
    await expect(mark(dee, ['present', 'present'])).rejects.toMatchObject({ name: 'CorrectionNeedsAReason' });
    await mark(dee, ['present', 'present'], { reason: 'She signed on another sheet' });
    expect(await met(dee)).toMatchObject({ by: 'attendance' });
    const wall = awarding.database.source.query(
      `update attendance set value = 'absent', reason = null where person_id = $1`,
      [dee],
    );
    await expect(wall).rejects.toThrow('the register is closed: say why it is corrected');
  });

  it('makes one award when the last two requirements are met at the same moment, many times over', async () => {
    const second = await aSession([[course]]);
    const people = await Promise.all(Array.from({ length: 20 }, () => awarding.given.aMember()));
    const ticks = people.map((personId) => ({ personId, part: 1, value: 'present' as const }));
    await Promise.all([
      registers().mark(second, ticks, { by: officer, how: 'register' }),
      registers().mark(second, ticks.toReversed(), { by: other, how: 'register' }),
      ...people.map((personId) => awarding.complete(personId, course)),
    ]);
    for (const personId of people) expect(await certificates(personId)).toHaveLength(1);
  });
});
