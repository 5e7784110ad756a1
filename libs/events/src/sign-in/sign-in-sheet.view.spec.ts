import { EMPTY_LINES, fingerprint, type SignInFacts } from './sign-in-facts';
import { signInView } from './sign-in-sheet.view';

const AT = new Date('2026-11-30T12:40:00Z');
const part = (number: number, on: string, from: string | null, to: string | null) => ({ number, on, from, to });
const facts = (more: Partial<SignInFacts> = {}): SignInFacts => ({
  sessionId: 's',
  title: 'A day on conduct',
  bring: 'a pen',
  place: 'The chamber',
  onlineUrl: null,
  parts: [part(1, '2026-12-01', '09:30', '12:30'), part(2, '2026-12-01', '13:30', '16:30')],
  rows: [
    { name: 'Ann Baker', group: 'Green' },
    { name: 'Bob Cole', group: null },
  ],
  over: null,
  ...more,
});
const view = (more: Partial<SignInFacts> = {}) => signInView(facts(more), 'Northmoor Council', AT);

describe('a sign-in sheet', () => {
  it('says of which session it is, and of when', () => {
    expect(view()).toMatchObject({
      council: 'Northmoor Council',
      title: 'A day on conduct',
      when: 'Tuesday 1 December 2026',
      where: 'The chamber',
      bring: 'To bring: a pen',
      asOf: 'Sign-in sheet, as of 12:40 on 30 November 2026',
    });
    expect(view({ place: null, onlineUrl: 'https://meet.example/secret' }).where).toBe('Online');
    expect(JSON.stringify(view({ onlineUrl: 'https://meet.example/secret' }))).not.toContain('secret');
  });

  it('has a column to sign for each part, with its time, and its day where there are several', () => {
    expect(view().parts).toEqual([
      { head: 'Part 1', times: '9.30am to 12.30pm' },
      { head: 'Part 2', times: '1.30pm to 4.30pm' },
    ]);
    const days = { parts: [part(1, '2026-12-01', '09:30', null), part(2, '2026-12-08', null, null)] };
    expect(view(days)).toMatchObject({
      when: 'Tuesday 1 December 2026\nTuesday 8 December 2026',
      parts: [{ times: 'Tuesday 1 December 2026, from 9.30am' }, { times: 'Tuesday 8 December 2026' }],
    });
    expect(view({ parts: [part(1, '2026-12-01', '09:30', '12:30')] }).parts).toMatchObject([{ head: 'Signature' }]);
    expect(view({ parts: [] })).toMatchObject({ when: '', parts: [{ head: 'Signature', times: '' }] });
  });

  it('has a row for each, as many cells as columns in each, and lines for those who walk in', () => {
    const { cells } = view();
    expect(cells).toHaveLength((2 + EMPTY_LINES) * 2);
    expect(cells.map(({ begins, name }) => (begins ? name : ''))).toEqual([
      'Ann Baker',
      '',
      'Bob Cole',
      '',
      ...Array.from({ length: EMPTY_LINES * 2 }, () => ''),
    ]);
    expect([cells[0]!.group, cells[2]!.group]).toEqual(['Green', '']);
    expect(cells.map(({ beginsEmpty }) => beginsEmpty).slice(2, 7)).toEqual(['', '', 'yes', '', 'yes']);
    expect(cells.filter(({ beginsEmpty }) => beginsEmpty)).toHaveLength(EMPTY_LINES);
  });

  it('says that there are more people than places', () => {
    expect(view().over).toBe('');
    expect(view({ over: { people: 23, places: 20 } }).over).toBe(
      '23 people have a place or are there already: 3 more than there are places (20).',
    );
  });

  it('is another when a name, a time or somebody else stands on it', () => {
    const { rows } = facts();
    const others: Partial<SignInFacts>[] = [
      { rows: [rows[0]!] },
      { rows: [{ name: 'Ann Barker', group: 'Green' }, rows[1]!] },
      { parts: [part(1, '2026-12-01', '10:00', '12:30')] },
      { place: 'Elsewhere' },
    ];
    const same = fingerprint(facts());
    expect(fingerprint(facts())).toEqual(same);
    for (const other of others) expect(fingerprint(facts(other))).not.toEqual(same);
  });
});
