import type { ListedMandate } from '@induct/accreditation';
import { inForceInWords, isAdopted, stateOf, termInWords, whoInWords, wouldAskWords } from './mandate.words';
import { howFar } from './mandates.view';

const mandate: ListedMandate = {
  id: 'm',
  title: 'Planning training',
  source: '',
  who: 'body',
  role: null,
  bodyId: 'b',
  body: 'Planning Committee',
  bodyKind: 'committee',
  capacities: [],
  personId: null,
  person: null,
  requirementId: 'r',
  schemeId: null,
  asks: 'Planning',
  anchor: 'appointment',
  fixedOn: null,
  count: 0,
  unit: 'day',
  beforeSitting: false,
  anew: false,
  from: '2027-06-01',
  until: null,
  proposedBy: 'o',
  proposedByName: 'Olive',
  proposedAt: new Date('2027-05-01T09:00:00Z'),
  outcome: 'adopted',
  decidedBy: 's',
  decidedByName: 'Oscar',
  decidedAt: new Date('2027-05-02T09:00:00Z'),
  endedBy: null,
  endedByName: null,
  endedAt: null,
  endedReason: null,
  open: 0,
  overdue: 0,
  met: 0,
};
const but = (more: Partial<ListedMandate>): ListedMandate => ({ ...mandate, ...more });

it.each([
  [but({}), 'Everybody on Planning Committee'],
  [but({ capacities: ['chair', 'vice_chair'] }), 'Everybody on Planning Committee as Chair or Vice-chair'],
  [but({ who: 'group', body: 'Shire', bodyKind: 'group' }), 'Everybody in the group Shire'],
  [but({ who: 'role', role: 'member' }), 'Every member'],
  [but({ who: 'role', role: 'tester' }), 'Everybody with the role Tester'],
  [but({ who: 'person', person: 'Ada' }), 'Ada'],
])('who has to meet it: %#', (one, words) => {
  expect(whoInWords(one)).toBe(words);
});

it.each([
  [but({ beforeSitting: true }), 'Before they first sit'],
  [but({ count: 1 }), '1 day after appointment'],
  [but({ count: 0 }), 'On the day of appointment'],
  [but({ anchor: 'takes_office', count: 28 }), '28 days after taking office'],
  [but({ anchor: 'election', count: 3, unit: 'month' }), '3 months after the election'],
  [but({ anchor: 'fixed', fixedOn: '2027-06-05' }), 'By 5 June 2027'],
  [but({ anchor: 'fixed', fixedOn: '2027-06-05', count: 2 }), '2 days after 5 June 2027'],
])('by when: %#', (one, words) => {
  expect(termInWords(one)).toBe(words);
});

it('says since when it asks, and until when', () => {
  expect(inForceInWords(mandate, '2027-06-01')).toBe('since 1 June 2027');
  expect(inForceInWords(mandate, '2027-05-31')).toBe('from 1 June 2027');
  expect(inForceInWords(but({ until: '2028-06-01' }), '2027-06-01')).toBe('from 1 June 2027 to 31 May 2028');
  expect(inForceInWords(but({ until: '2027-06-01' }), '2027-06-01')).toContain('on no day');
});

it('says whether it asks anybody now', () => {
  const at = (moment: string, more: Partial<ListedMandate> = {}) => stateOf(but(more), new Date(moment)).text;
  expect(at('2027-05-31T22:59:00Z')).toBe('Not yet in force');
  expect(at('2027-05-31T23:00:00Z')).toBe('In force');
  expect(at('2027-06-05T09:00:00Z', { until: '2027-06-05' })).toBe('Ended');
  expect(at('2027-06-05T09:00:00Z', { outcome: null })).toBe('Waits for a second person');
  expect([but({}), but({ outcome: null }), but({ endedAt: new Date() })].map(isAdopted)).toEqual([true, false, false]);
});

it.each([
  [0, 0, 'Adopted today, it would ask nobody yet.'],
  [1, 0, 'Adopted today, it would ask 1 person.'],
  [
    81,
    12,
    'Adopted today, it would ask 81 people. For 12 of them it would be overdue at once, unless they have met it.',
  ],
  [3, 3, 'Adopted today, it would ask 3 people. For all of them it would be overdue at once, unless they have met it.'],
])('says what it would do: %i people, %i late', (people, late, words) => {
  expect(wouldAskWords({ people, late })).toBe(words);
});

describe('how far a mandate is', () => {
  it('is said, and drawn as the share that has met it', () => {
    expect(howFar({ ...mandate, met: 33, open: 48, overdue: 40 })).toEqual({
      text: '33 of 81 met, 40 overdue',
      bar: 33 / 81,
    });
    expect(howFar({ ...mandate, met: 2, open: 0 })).toEqual({ text: '2 of 2 met', bar: 1 });
  });

  it('draws nothing of what asks nobody yet', () => {
    expect(howFar(mandate)).toBe('0 of 0 met');
    expect(howFar({ ...mandate, outcome: null })).toBe('');
  });
});
