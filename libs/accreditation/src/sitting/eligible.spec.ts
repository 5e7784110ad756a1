import { BODIES, dayAt, dice, momentAt, PEOPLE, randomHistory, SPAN } from '../../../../test/support/random-history';
import { eligible, type History } from './eligible';

/** Each is asked four questions. 10,000 take a second on a machine with nothing else to do. */
const HISTORIES = Number(process.env.HISTORIES ?? 1_500);

const NOTHING: History = {
  seats: [],
  groups: new Set(),
  rules: [],
  asked: [],
  shown: [],
  awards: [],
  accredited: [],
  editions: [],
};
const always = { from: '2020-01-01', until: null };
const known = { from: new Date('2020-01-01T00:00:00Z'), to: null };
const NOW = new Date('2026-07-14T12:00:00Z');

const ann = (more: Partial<History>, day = '2026-07-14', moment = NOW) =>
  eligible(
    {
      ...NOTHING,
      seats: [{ personId: 'ann', bodyId: 'planning', capacity: 'member', during: always, known }],
      ...more,
    },
    'ann',
    'planning',
    day,
    moment,
  );
const asked = [{ bodyId: 'planning', what: { requirement: 'law' }, during: always, known }];
const shown = (more: Partial<History['shown'][number]> = {}) => ({
  personId: 'ann',
  requirement: 'law',
  kind: 'outside_certificate',
  metOn: '2026-06-01',
  validUntil: '2026-07-14',
  known,
  ...more,
});
const award = (more: Partial<History['awards'][number]> = {}) => ({
  personId: 'ann',
  scheme: 'core',
  on: '2026-06-01',
  validUntil: null,
  revoked: null,
  known,
  ...more,
});

describe('who may sit', () => {
  it('is whoever has a seat where nothing is asked, and nobody without one', () => {
    expect(ann({})).toMatchObject({
      may: true,
      place: { by: 'seat', capacity: 'member', lastDay: null },
      asked: [],
      until: null,
    });
    expect(ann({ seats: [] })).toMatchObject({ may: false, place: null });
  });

  it('has shown what is asked, to the end of its last day', () => {
    const held = { asked, shown: [shown()] };
    expect(ann(held)).toMatchObject({
      may: true,
      until: '2026-07-14',
      asked: [{ kind: 'requirement', id: 'law', met: true }],
    });
    expect(ann(held, '2026-07-15')).toMatchObject({ may: false, asked: [{ met: false, ended: '2026-07-14' }] });
    expect(ann(held, '2026-05-31')).toMatchObject({ may: false, asked: [{ met: false, ended: null }] });
    expect(ann({ asked }).may).toBe(false);
  });

  it('stays so until the first of the seat and what is shown runs out, with the longest certificate', () => {
    const seats = [
      {
        personId: 'ann',
        bodyId: 'planning',
        capacity: 'chair' as const,
        during: { from: '2020-01-01', until: '2026-09-01' },
        known,
      },
    ];
    expect(ann({ asked, seats, shown: [shown(), shown({ validUntil: '2026-08-01' })] }).until).toBe('2026-08-01');
    expect(ann({ asked, seats, shown: [shown(), shown({ validUntil: null })] }).until).toBe('2026-08-31');
  });

  it('is another as it was known then', () => {
    const later = new Date('2026-07-20T00:00:00Z');
    const withdrawn = { asked, shown: [shown({ known: { from: known.from, to: later } })] };
    expect([ann(withdrawn).may, ann(withdrawn, '2026-07-14', later).may]).toEqual([true, false]);
    const late = { asked, shown: [shown({ known: { from: later, to: null } })] };
    expect([ann(late).may, ann(late, '2026-07-14', later).may]).toEqual([false, true]);
  });

  it('has an award that is not revoked on that day', () => {
    const scheme = [{ bodyId: 'planning', what: { scheme: 'core' }, during: always, known }];
    const revoked = { on: '2026-07-10', at: new Date('2026-07-10T09:00:00Z') };
    expect(ann({ asked: scheme, awards: [award({ revoked })] })).toMatchObject({
      may: false,
      asked: [{ revokedOn: '2026-07-10', ended: '2026-07-09' }],
    });
    expect(ann({ asked: scheme, awards: [award({ revoked })] }, '2026-07-09').may).toBe(true);
    expect(
      ann({ asked: scheme, awards: [award({ revoked })] }, '2026-07-14', new Date('2026-07-10T08:59:59Z')).may,
    ).toBe(true);
  });

  it('stands in where the rule of that day says so', () => {
    const substitute = [
      { personId: 'ann', bodyId: 'planning', capacity: 'substitute' as const, during: always, known },
    ];
    const rule = (substitutes: 'none' | 'named' | 'group') => [
      { bodyId: 'planning', substitutes, during: always, known },
    ];
    expect(ann({ seats: substitute }).may).toBe(false);
    expect(ann({ seats: substitute, rules: rule('named') })).toMatchObject({ may: true, place: { by: 'named' } });
    const seats = [
      { personId: 'bob', bodyId: 'planning', capacity: 'member' as const, during: always, known },
      { personId: 'bob', bodyId: 'green', capacity: 'member' as const, during: always, known },
      {
        personId: 'ann',
        bodyId: 'green',
        capacity: 'member' as const,
        during: { from: '2026-07-14', until: null },
        known,
      },
    ];
    const grouped = { seats, groups: new Set(['green']), rules: rule('group') };
    expect(ann(grouped)).toMatchObject({ may: true, place: { by: 'group', capacity: 'substitute' } });
    expect(ann(grouped, '2026-07-13').place).toBeNull();
  });

  it('needs the statutory certificate once the register is statutory, and the council’s own is none', () => {
    const edition = (mode: 'voluntary' | 'statutory') => [
      { mode, startsOn: '2026-07-01', bodies: ['planning'], known },
    ];
    const own = { awards: [award()] };
    expect(ann({ ...own, editions: edition('statutory') })).toMatchObject({
      may: false,
      asked: [{ kind: 'statutory', binding: true }],
    });
    expect(ann({ ...own, editions: edition('voluntary') })).toMatchObject({
      may: true,
      asked: [{ met: false, binding: false }],
    });
    expect(ann({ ...own, editions: edition('statutory') }, '2026-06-30').asked).toEqual([]);
    const accredited = [{ what: { scheme: 'core' }, during: { from: '2026-06-01', until: '2026-06-02' }, known }];
    expect(ann({ ...own, accredited, editions: edition('statutory') }).may).toBe(true);
    const dayLater = { awards: [award({ on: '2026-06-02' })] };
    expect(ann({ ...dayLater, accredited, editions: edition('statutory') }).may).toBe(false);
  });

  it('is told alike by whoever replays what was recorded, whatever is asked of whichever history', () => {
    const roll = dice(Number(process.env.SEED ?? 1));
    const differences: object[] = [];
    let yes = 0;
    for (let nth = 0; nth < HISTORIES; nth += 1) {
      const history = randomHistory(roll);
      for (let question = 0; question < 4; question += 1) {
        const [person, body] = [roll.oneOf(PEOPLE), roll.oneOf(BODIES)];
        const [day, moment] = [4 + roll.below(SPAN - 4), momentAt(4 + roll.below(SPAN))];
        const { may, until } = eligible(history, person, body, dayAt(day), moment);
        const expected = replayed(history, { person, body, day, moment });
        if (may !== expected.may || until !== expected.until) differences.push({ nth, may, until, expected });
        yes += Number(may);
      }
    }
    expect(differences).toEqual([]);
    expect(yes).toBeGreaterThan(HISTORIES / 4);
  });
});

/** After the last day of anything. */
const FAR = SPAN + 30;
const DAY_NUMBER = new Map(Array.from({ length: FAR + 2 }, (_, nth) => [dayAt(nth), nth]));
const nth = (day: string) => DAY_NUMBER.get(day)!;

/** Brute force: everything is done again in its order up to the moment, then each day is looked at by itself. */
function replayed(history: History, asks: { person: string; body: string; day: number; moment: Date }) {
  const { person, body, day, moment } = asks;
  const facts = [
    ...history.seats,
    ...history.rules,
    ...history.asked,
    ...history.shown,
    ...history.awards,
    ...history.accredited,
    ...history.editions,
  ];
  const acts = facts.flatMap((fact) => [
    { at: fact.known.from, act: (live: Set<object>) => void live.add(fact) },
    ...(fact.known.to ? [{ at: fact.known.to, act: (live: Set<object>) => void live.delete(fact) }] : []),
  ]);
  const live = new Set<object>();
  for (const { act } of acts.filter(({ at }) => at <= moment).toSorted((a, b) => a.at.getTime() - b.at.getTime()))
    act(live);
  const is = <Row extends object>(rows: readonly Row[]) => rows.filter((row) => live.has(row));
  const within = ({ from, until }: { from: string; until: string | null }, on: number) =>
    nth(from) <= on && (until === null || on < nth(until));

  /** Who is there by which row: the row, so that one sees how long it lasts. */
  const seat = () => {
    const own = is(history.seats).find(
      (one) => one.personId === person && one.bodyId === body && within(one.during, day),
    );
    if (own && own.capacity !== 'substitute') return own;
    const rule = is(history.rules).find((one) => one.bodyId === body && within(one.during, day))?.substitutes;
    if (rule === 'named') return own;
    if (rule !== 'group') return undefined;
    for (const other of is(history.seats)) {
      if (other.bodyId !== body || other.capacity === 'substitute' || !within(other.during, day)) continue;
      for (const group of is(history.seats)) {
        if (!history.groups.has(group.bodyId) || group.personId !== other.personId || !within(group.during, day))
          continue;
        const mine = is(history.seats).find(
          (one) => one.bodyId === group.bodyId && one.personId === person && within(one.during, day),
        );
        if (mine) return mine;
      }
    }
    return undefined;
  };
  const place = seat();
  if (!place) return { may: false, until: null };

  const shownOn = (one: History['shown'][number], on: number) =>
    nth(one.metOn) <= on && (one.validUntil === null || on <= nth(one.validUntil));
  const heldOn = (one: History['awards'][number], on: number) =>
    nth(one.on) <= on &&
    (one.validUntil === null || on <= nth(one.validUntil)) &&
    !(one.revoked && one.revoked.at <= moment && nth(one.revoked.on) <= on);
  const mine = is(history.shown).filter((one) => one.personId === person);
  const awards = is(history.awards).filter((one) => one.personId === person);
  const demands: ((on: number) => boolean)[][] = is(history.asked)
    .filter((one) => one.bodyId === body && within(one.during, day))
    .map(({ what }) =>
      'scheme' in what
        ? awards.filter(({ scheme }) => scheme === what.scheme).map((one) => (on) => heldOn(one, on))
        : mine.filter(({ requirement }) => requirement === what.requirement).map((one) => (on) => shownOn(one, on)),
    );
  let edition: History['editions'][number] | undefined;
  for (const one of is(history.editions).toSorted((a, b) => a.known.from.getTime() - b.known.from.getTime())) {
    if (nth(one.startsOn) <= day && (!edition || nth(one.startsOn) >= nth(edition.startsOn))) edition = one;
  }
  if (edition?.mode === 'statutory' && edition.bodies.includes(body)) {
    demands.push([
      ...awards
        .filter((one) =>
          is(history.accredited).some(
            ({ what, during }) => !('kind' in what) && what.scheme === one.scheme && within(during, nth(one.on)),
          ),
        )
        .map((one) => (on: number) => heldOn(one, on)),
      ...mine
        .filter((one) =>
          is(history.accredited).some(
            ({ what, during }) =>
              'kind' in what &&
              what.requirement === one.requirement &&
              what.kind === one.kind &&
              within(during, nth(one.metOn)),
          ),
        )
        .map((one) => (on: number) => shownOn(one, on)),
    ]);
  }
  if (!demands.every((ways) => ways.some((counts) => counts(day)))) return { may: false, until: null };
  let last = day;
  while (
    last < FAR &&
    within(place.during, last + 1) &&
    demands.every((ways) => ways.some((counts) => counts(day) && counts(last + 1)))
  )
    last += 1;
  return { may: true, until: last === FAR ? null : dayAt(last) };
}
