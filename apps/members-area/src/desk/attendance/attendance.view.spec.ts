import type { PlannedSession, RegisterRow } from '@induct/events';
import { registerView, type RegisterPage } from './register.view';
import { comesOfIt } from './session-words';
import { asSeen, changesIn, readTicks } from './ticks.form';

const ANN = '0195c0de-0000-7000-8000-000000000001';
const BOB = '0195c0de-0000-7000-8000-000000000002';
const part = (number: number, topics: string[] = []) => ({
  number,
  on: '2026-11-22',
  from: '09:30',
  to: '12:30',
  topics,
});
const titles = new Map([['conduct', 'The code of conduct']]);

describe('ticks as they were sent', () => {
  it('are those that are ticked otherwise than they stood', () => {
    const ticks = readTicks({
      act: 'save',
      [`seen.${ANN}`]: 'p-',
      [`tick.${ANN}.1`]: 'absent',
      [`tick.${ANN}.2`]: 'present',
      [`seen.${BOB}`]: 'a',
      [`tick.${BOB}.1`]: 'apologies',
      'tick.nobody.1': 'present',
      [`tick.${BOB}.x`]: 'present',
      [`tick.${BOB}.2`]: 'perhaps',
    });
    expect(changesIn(ticks, [1, 2])).toEqual([
      { personId: ANN, part: 1, value: 'absent', seen: 'present' },
      { personId: ANN, part: 2, value: 'present', seen: null },
    ]);
    expect(asSeen(['present', undefined, 'apologies', 'absent'])).toBe('p-an');
  });

  it('are kept while somebody is looked for or added', () => {
    expect(readTicks({ q: ' Cole ', act: 'find' })).toMatchObject({ act: 'find', q: 'Cole' });
    const added = readTicks({ add: BOB, [`seen.${ANN}`]: '-', [`tick.${ANN}.1`]: 'present' });
    expect([added.act, [...added.seen.keys()], added.ticked.get(ANN)?.get(1)]).toEqual(['add', [ANN, BOB], 'present']);
  });
});

describe('what comes of being there', () => {
  it.each([
    [[part(1, ['conduct'])], 'Whoever was there has met'],
    [[part(1, ['conduct']), part(2, ['conduct'])], 'Whoever was at both parts has met'],
    [[part(1, ['conduct']), part(2)], 'Whoever was at part 1 has met'],
    [[part(1, ['conduct']), part(2, ['conduct']), part(3)], 'Whoever was at part 1 and part 2 has met'],
    [[1, 2, 3].map((number) => part(number, ['conduct'])), 'Whoever was at all 3 parts has met'],
  ])('is said before it is saved (%#)', (parts, who) => {
    expect(comesOfIt({ parts }, titles)).toEqual([{ who, topics: ['The code of conduct'] }]);
  });

  it('names together what the same parts name, and what nobody asks yet as such', () => {
    const parts = [part(1, ['conduct', 'bribery']), part(2, ['conduct'])];
    expect(comesOfIt({ parts }, titles)).toEqual([
      { who: 'Whoever was at both parts has met', topics: ['The code of conduct'] },
      { who: 'Whoever was at part 1 has met', topics: ['bribery (not asked yet)'] },
    ]);
  });
});

describe('the register', () => {
  const session = {
    id: 's',
    state: 'confirmed',
    event: { title: 'Conduct' },
    parts: [part(1)],
    pools: [],
    place: 'The chamber',
    onlineUrl: null,
    registerClosedAt: null,
    endsAt: new Date('2026-11-22T12:30:00Z'),
  } as unknown as PlannedSession;
  const written = (id: string, how: 'register' | 'code'): RegisterRow => ({
    id,
    name: id,
    politicalGroup: null,
    marks: [{ part: 1, value: 'present', how, recordedAt: new Date('2026-11-22T09:31:00Z') }],
  });
  const page: RegisterPage = {
    session,
    attenders: [ANN, BOB].map((id) => ({ id, name: id, politicalGroup: null, hasPlace: false })),
    guests: { booked: 0, there: 0 },
    register: [written(ANN, 'code')],
    reader: BOB,
    titles,
    now: new Date('2026-11-22T12:00:00Z'),
  };

  it('counts heads, says who came by the code, and lets nobody tick themselves or close it before the end', () => {
    const { parts, rows, mayClose, when } = registerView({
      ...page,
      register: [written(ANN, 'code'), written(BOB, 'register')],
    });
    expect(parts[0]).toMatchObject({ head: 'Attendance', count: '2 present, 1 of them by the code' });
    expect(rows).toMatchObject([
      { isOwn: false, seen: 'p', parts: [{ value: 'present', code: 'By the code, 09:31' }] },
      { isOwn: true, parts: [{ now: 'Present' }] },
    ]);
    expect([mayClose, when]).toEqual([false, '22 November 2026, The chamber']);
    expect(registerView({ ...page, now: session.endsAt! }).mayClose).toBe(true);
  });

  it('says when more are there than there are places, guests among them', () => {
    const pools = [{ seat: 'room' as const, audience: 'any' as const, places: 2, taken: 2, opensToAllOn: null }];
    const over = (there: number, counted = pools) =>
      registerView({
        ...page,
        session: { ...session, pools: counted },
        register: [written(ANN, 'code'), written(BOB, 'register')],
        guests: { booked: 0, there },
      }).parts[0]!.over;
    expect([over(0), over(1), over(2), over(9, [])]).toEqual([
      undefined,
      '1 more than its 2 places',
      '2 more than its 2 places',
      undefined,
    ]);
  });

  it('has whoever has a place first, and whoever came without one after them', () => {
    const heads = (places: readonly boolean[]) =>
      registerView({
        ...page,
        attenders: page.attenders.map((one, at) => ({ ...one, hasPlace: places[at] ?? false })),
      }).groups.map(({ head, rows }) => [head, rows.map(({ id }) => id)]);
    expect(heads([true, false])).toEqual([
      ['Have a place', [ANN]],
      ['Came without a place', [BOB]],
    ]);
    expect(heads([true, true])).toEqual([['Have a place', [ANN, BOB]]]);
    expect(heads([])).toEqual([[undefined, [ANN, BOB]]]);
    expect(registerView({ ...page, guests: { booked: 1, there: 0 } }).guests).toBe('1 guest');
  });

  it('shows what another has ticked meanwhile, and what was left out', () => {
    const ticks = readTicks({ act: 'save', [`seen.${ANN}`]: '-', [`tick.${ANN}.1`]: 'absent' });
    const saved = {
      changed: [],
      lost: [],
      overtaken: [{ personId: ANN, part: 1 }],
      refused: [{ personId: BOB, why: 'No' }],
    };
    const { rows, result } = registerView({ ...page, ticks, saved });
    expect(rows).toMatchObject([
      { seen: 'p', parts: [{ value: 'present', overtaken: expect.stringContaining('You had ticked: Absent') }] },
      { refused: 'No' },
    ]);
    expect([result?.text, result?.overtaken, result?.refused]).toEqual([
      'No people were changed.',
      expect.stringContaining('1 tick was left out'),
      '1 person could not be changed: see below.',
    ]);
    expect(registerView({ ...page, ticks }).rows[0]).toMatchObject({ seen: '-', parts: [{ value: 'absent' }] });
  });
});
