import { changesSince } from './programme-changes';
import type { FrozenSession, ProgrammeFacts } from './programme-facts';

const session = (id: string, more: Partial<FrozenSession> = {}): FrozenSession => ({
  id,
  title: `Session ${id}`,
  kind: 'training',
  about: '',
  format: null,
  series: null,
  outcomes: [],
  mandatory: false,
  body: null,
  districts: [],
  state: 'confirmed',
  place: 'County Hall',
  isOnline: false,
  parts: [{ on: '2027-06-07', from: '09:30', to: '12:30' }],
  ...more,
});
const facts = (...sessions: FrozenSession[]): ProgrammeFacts => ({
  title: '2027–28',
  firstDay: '2027-05-01',
  lastDay: '2028-04-30',
  sessions,
});
const since = (before: ProgrammeFacts, now: ProgrammeFacts, ...cancelled: string[]) =>
  changesSince(before, now, new Set(cancelled)).map(({ kind, title, says }) => [kind, title, ...says]);

describe('what is planned otherwise than it was approved', () => {
  it('is nothing as long as nothing is', () => {
    expect(since(facts(session('a')), facts(session('a')))).toEqual([]);
    expect(since(facts(session('a')), facts(session('a', { bring: null })))).toEqual([]);
  });

  it('is what has come, what has gone, and what was cancelled', () => {
    const before = facts(session('a'), session('b'), session('c'));
    const now = facts(session('a'), session('d', { parts: [] }));
    expect(since(before, now, 'b')).toEqual([
      ['gone', 'Session b', 'It was to be on 7 June 2027, 9.30am to 12.30pm, and is cancelled.'],
      ['gone', 'Session c', 'It was to be on 7 June 2027, 9.30am to 12.30pm, and is not in the programme any more.'],
      ['new', 'Session d', 'It is new: a date to be confirmed.'],
    ]);
  });

  it.each<[string, Partial<FrozenSession>, string]>([
    [
      'another day',
      { parts: [{ on: '2027-06-08', from: null, to: null }] },
      'It is on 8 June 2027, time to be confirmed, and was on 7 June 2027, 9.30am to 12.30pm.',
    ],
    [
      'an afternoon more',
      {
        parts: [
          { on: '2027-06-07', from: '09:30', to: '12:30' },
          { on: '2027-06-07', from: '13:30', to: null },
        ],
      },
      'It is on 7 June 2027, 9.30am to 12.30pm and from 1.30pm, and was on 7 June 2027, 9.30am to 12.30pm.',
    ],
    ['another place', { place: null, isOnline: true }, 'The place is Online, and was County Hall.'],
    ['other people', { body: 'Planning Committee' }, 'It is for Planning Committee, and was for everyone.'],
    [
      'some districts',
      { districts: ['East', 'West'] },
      'It is for members of the districts East and West, and was for everyone.',
    ],
    ['another state', { state: 'provisional' }, 'It is provisional again.'],
    ['a duty', { mandatory: true }, 'It is mandatory now.'],
    ['another title', { title: 'Morning' }, 'It was called “Session a”.'],
    ['other words', { about: 'Cases' }, 'What it is about is described otherwise.'],
    ['something to bring', { bring: 'A laptop' }, 'What to bring is described otherwise.'],
    ['other outcomes', { outcomes: ['Know it'] }, 'The list of planned outcomes is described otherwise.'],
  ])('is %s', (_, more, says) => {
    const [change] = changesSince(facts(session('a')), facts(session('a', more)), new Set());
    expect(change).toMatchObject({ kind: 'changed', says: [says] });
  });

  it('is the days of the whole, too', () => {
    const now = { ...facts(session('a')), lastDay: '2028-05-02', title: 'The year' };
    expect(since(facts(session('a')), now)).toEqual([
      [
        'changed',
        'The whole programme',
        'It is called “The year”, and was called “2027–28”.',
        'It is from 1 May 2027 to 2 May 2028, and was from 1 May 2027 to 30 April 2028.',
      ],
    ]);
  });
});
