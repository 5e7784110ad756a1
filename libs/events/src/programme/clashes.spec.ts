import { isBeforeElection, type Day, daysLater } from '@induct/platform';
import { bankHolidaysBetween, type Clash, clashFinder } from './clashes';
import type { PlannedSession } from './programme.repository';
import type { SessionState } from './programme.words';

let made = 0;
const session = (
  on: Day,
  from: string | null,
  to: string | null,
  more: { state?: SessionState; districts?: string[] } = {},
) => {
  const id = String(++made);
  return {
    id,
    state: 'provisional' as SessionState,
    districts: [] as string[],
    event: { title: `Event ${id}` } as PlannedSession['event'],
    parts: [{ number: 1, on, from, to, topics: [] }],
    ...more,
  };
};
const said = (clashes: readonly Clash[]) => clashes.map((clash) => clash.with);

describe('what a session clashes with', () => {
  it.each([
    ['09:30', '12:30', '12:00', '13:00', true],
    ['09:30', '12:30', '12:30', '13:00', false],
    ['09:30', null, '09:30', '10:00', true],
    ['09:30', null, '10:30', '11:00', false],
    ['10:30', null, '09:30', '11:00', true],
    [null, null, '09:30', '11:00', false],
  ])('from %s to %s beside %s to %s: %s', (from, to, otherFrom, otherTo, clashes) => {
    const [one, other] = [session('2027-02-02', from, to), session('2027-02-02', otherFrom, otherTo)];
    const find = clashFinder({ sessions: [one, other], fixed: [] });
    expect([find(one).length, find(other).length]).toEqual(clashes ? [1, 1] : [0, 0]);
  });

  it('is no other day, nor what is cancelled, over or for other districts', () => {
    const one = session('2027-02-02', '09:30', '12:30', { districts: ['North'] });
    const others = [
      session('2027-02-03', '09:30', '12:30'),
      session('2027-02-02', '09:30', '12:30', { state: 'cancelled' }),
      session('2027-02-02', '09:30', '12:30', { state: 'delivered' }),
      session('2027-02-02', '09:30', '12:30', { districts: ['South'] }),
    ];
    const find = clashFinder({ sessions: [one, ...others], fixed: [] });
    expect([one, ...others].flatMap(find)).toEqual([]);
    const everywhere = session('2027-02-02', '10:00', null);
    expect(clashFinder({ sessions: [one, everywhere], fixed: [] })(one)).toEqual([
      { with: 'session', on: '2027-02-02', id: everywhere.id, title: `Event ${everywhere.id}` },
    ]);
  });

  it('is no talk of the same series with somebody else at the same time', () => {
    const talk = (kind: string, series: string | null) => ({
      ...session('2027-02-02', '09:30', '09:50'),
      event: { title: 'Talk', kind, series } as PlannedSession['event'],
    });
    const clashing = (one: ReturnType<typeof talk>, other: ReturnType<typeof talk>) =>
      clashFinder({ sessions: [one, other], fixed: [] })(one).length;
    expect(clashing(talk('one-to-one', 'Meet the officers'), talk('one-to-one', 'Meet the officers'))).toBe(0);
    expect(clashing(talk('one-to-one', 'Meet the officers'), talk('one-to-one', 'Meet the leaders'))).toBe(1);
    expect(clashing(talk('one-to-one', null), talk('one-to-one', null))).toBe(1);
    expect(clashing(talk('seminar', 'Meet the officers'), talk('seminar', 'Meet the officers'))).toBe(1);
  });

  it('is a fixed date, a bank holiday and the period before an election, said once', () => {
    const fixed = [
      { on: '2027-05-06', kind: 'poll' as const, title: 'County election' },
      { on: '2027-04-20', kind: 'meeting' as const, title: 'Full council' },
    ];
    const of = (...days: Day[]) => {
      const one = {
        ...session('', null, null),
        parts: days.map((on, at) => ({ number: at + 1, on, from: null, to: null, topics: [] })),
      };
      return clashFinder({ sessions: [one], fixed })(one);
    };
    expect(said(of('2027-04-20', '2027-04-21'))).toEqual(['fixed date', 'election']);
    expect(said(of('2027-05-06'))).toEqual(['fixed date']);
    expect(of('2027-05-03')).toEqual([
      { with: 'bank holiday', on: '2027-05-03', title: 'Early May bank holiday' },
      { with: 'election', on: '2027-05-03', poll: '2027-05-06', title: 'County election' },
    ]);
  });

  it('knows the period before an election as the law counts it', () => {
    const poll = '2027-05-06';
    const fixed = [{ on: poll, kind: 'poll' as const, title: 'Poll' }];
    for (let day = daysLater(poll, -60); day < poll; day = daysLater(day, 1)) {
      const one = session(day, null, null);
      const isSaid = clashFinder({ sessions: [one], fixed })(one).some((clash) => clash.with === 'election');
      expect([day, isSaid]).toEqual([day, isBeforeElection(day, poll)]);
    }
  });

  it('has the bank holidays of several years', () => {
    const found = bankHolidaysBetween('2026-12-25', '2028-01-03').map(({ on }) => on);
    expect([found[0], found.at(-1), found.length]).toEqual(['2026-12-25', '2028-01-03', 11]);
  });
});
