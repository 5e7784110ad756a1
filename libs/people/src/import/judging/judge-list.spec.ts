import { council, judged } from '../../../test/given-import';

describe('a complete list', () => {
  const settings = { complete: true };

  it('of a committee ends whoever is missing there, and nobody elsewhere', () => {
    const { rows, effect } = judged([{ name: 'Siân Llŷr', body: 'Planning Committee' }], settings);
    expect(rows).toMatchObject([
      {
        number: null,
        outcome: 'leaves',
        name: 'Amara Whitfield',
        says: ['Leaves Planning Committee: not in the file. The last day is 27 November 2026.'],
      },
      { number: 2, outcome: 'new_membership' },
    ]);
    expect(effect.supersededSeats).toEqual(['s1']);
  });

  it('of the council ends terms and seats', () => {
    const { rows, effect } = judged([{ name: 'Siân Llŷr' }], settings);
    expect(rows[0]).toMatchObject({ outcome: 'leaves', personId: 'amara' });
    expect(effect.supersededTerms).toEqual(['t1']);
    expect(effect.supersededSeats.toSorted()).toEqual(['s1', 's2']);
  });

  it('in which a row names a committee ends nobody’s term', () => {
    const rows = [
      { name: 'Siân Llŷr', body: 'Standards Committee' },
      { name: 'Ann Smith', email: 'ann1@northmoor.example' },
    ];
    expect(judged(rows, settings).rows.map(({ outcome }) => outcome)).toEqual(['same', 'same']);
  });

  it('is nothing unless somebody says that it is one', () => {
    expect(judged([{ name: 'Siân Llŷr', body: 'Planning Committee' }]).rows).toHaveLength(1);
  });

  it('takes nobody for missing whose row has a problem', () => {
    const { rows } = judged(
      [
        { name: 'Amara Whitfield', body: 'Planning Committee', capacity: 'Treasurer' },
        { name: 'Siân Llŷr', body: 'Planning Committee' },
      ],
      settings,
    );
    expect(rows.map(({ outcome }) => outcome)).toEqual(['problem', 'new_membership']);
  });
});

describe('a preview', () => {
  const rows = [
    { name: 'Noor New', email: 'noor@northmoor.example' },
    { name: 'Zed' },
    { name: 'Amara Whitfield', division: 'West' },
  ];

  it('shows problems first, and nothing of them is done', () => {
    const { rows: shown } = judged(rows);
    expect(shown.map(({ number, outcome }) => [number, outcome])).toEqual([
      [3, 'problem'],
      [2, 'new_person'],
      [4, 'changed'],
    ]);
    expect(shown[2]!.says).toEqual(['Division: West instead of North.']);
  });

  it('has another digest as soon as anything differs', () => {
    const { digest } = judged(rows);
    expect(judged(rows).digest).toBe(digest);
    const people = council.people.map((each) => (each.id === 'amara' ? { ...each, division: 'East' } : each));
    expect(judged(rows, {}, { ...council, people }).digest).not.toBe(digest);
    expect(judged([...rows, { name: 'Zoe' }]).digest).not.toBe(digest);
  });
});
