import { judged, one, said } from '../../../test/given-import';

describe('a membership', () => {
  const amara = { name: 'Amara Whitfield' };

  it('is the same', () => {
    for (const name of ['Planning Committee', 'the planning cttee', 'Pwyllgor Cynllunio', 'pc'])
      expect(one({ ...amara, body: name })).toMatchObject({ outcome: 'same', says: [] });
    expect(one({ ...amara, body: 'Planning Committee', from: '19/05/2025', capacity: 'Member' }).outcome).toBe('same');
  });

  it('begins on its day, or on the day that was chosen', () => {
    const { effect } = judged([
      { ...amara, body: 'Standards Committee', capacity: 'Substitute', from: '8 May 2017', until: '3 May 2019' },
    ]);
    expect(effect.newSeats).toEqual([
      {
        personId: 'amara',
        bodyId: 'standards',
        capacity: 'substitute',
        from: '2017-05-08',
        until: '2019-05-04',
        replaces: null,
      },
    ]);
    expect(said({ ...amara, body: 'Standards Committee' })).toBe('Standards Committee: member from 28 November 2026.');
  });

  it('moves, and what was there ends on that day', () => {
    const { rows, effect } = judged([
      { ...amara, body: 'Planning Committee', capacity: 'Chairman', from: '1 December 2026' },
    ]);
    expect(rows[0]).toMatchObject({
      outcome: 'moves',
      says: ['Planning Committee: chair from 1 December 2026, member before.'],
    });
    expect(effect.supersededSeats).toEqual(['s1']);
    expect(effect.newSeats).toEqual([
      {
        personId: 'amara',
        bodyId: 'planning',
        capacity: 'member',
        from: '2025-05-19',
        until: '2026-12-01',
        replaces: 's1',
      },
      { personId: 'amara', bodyId: 'planning', capacity: 'chair', from: '2026-12-01', until: null, replaces: null },
    ]);
  });

  it('ends', () => {
    const { rows, effect } = judged([{ ...amara, body: 'Planning Committee', until: '30 November 2026' }]);
    expect(rows[0]).toMatchObject({ outcome: 'ends' });
    expect(effect.newSeats[0]).toMatchObject({ until: '2026-12-01', replaces: 's1' });
  });

  it('is a problem, and says what to do', () => {
    expect(said({ ...amara, body: 'Planing Comittee' })).toBe(
      'There is no committee or body “Planing Comittee”. Did you mean “Planning Committee”? Correct it, or add it to the council first.',
    );
    expect(said({ ...amara, body: 'Zzz' })).not.toMatch('Did you mean');
    expect(said({ ...amara, body: 'Planning Committee', from: '8 May 2017' })).toMatch(
      'They are member from 19 May 2025 already, which overlaps. Write 19 May 2025',
    );
    expect(said({ ...amara, body: 'Highways Committee' })).toMatch('is there from 1 May 2009 to 30 April 2020 only');
    expect(said({ ...amara, body: 'Labour', capacity: 'Substitute' })).toMatch('Nobody is substitute of Labour');
    expect(said({ ...amara, body: 'Standards Committee', until: '1 May 2020' })).toMatch('nothing ends');
    expect(said({ ...amara, body: 'Planning Committee', capacity: 'Treasurer' })).toMatch('no capacity that is known');
  });

  it('stands once in a file', () => {
    const { rows, effect } = judged([
      { ...amara, body: 'Standards Committee' },
      { ...amara, body: 'Standards Committee', capacity: 'chair' },
    ]);
    expect(rows.map(({ number, outcome }) => [number, outcome])).toEqual([
      [3, 'problem'],
      [2, 'new_membership'],
    ]);
    expect(rows[0]!.says[0]).toMatch('is in row 2 already for Standards Committee. Delete one of the two rows');
    expect(effect.newSeats).toHaveLength(1);
  });

  it('may stand several times in a file, one after the other, in whatever order', () => {
    const { rows, effect } = judged([
      { ...amara, body: 'Standards Committee', capacity: 'chair', from: '1 June 2022' },
      { ...amara, body: 'Standards Committee', from: '8 May 2017', until: '31 May 2022' },
    ]);
    expect(rows.map(({ outcome }) => outcome)).toEqual(['new_membership', 'new_membership']);
    expect(effect.newSeats.map(({ capacity, from, until }) => [capacity, from, until])).toEqual([
      ['member', '2017-05-08', '2022-06-01'],
      ['chair', '2022-06-01', null],
    ]);
  });

  it('of rows without a committee is of the body that was chosen', () => {
    expect(judged([{ name: 'Siân Llŷr' }], { bodyId: 'planning' }).effect.newSeats).toMatchObject([
      { bodyId: 'planning' },
    ]);
  });
});

describe('a political group', () => {
  it('is joined, and the one before is left', () => {
    const { rows, effect } = judged([{ name: 'Amara Whitfield', group: 'Labour Group' }]);
    expect(rows[0]).toMatchObject({
      outcome: 'moves',
      says: ['Moves from Green Valleys to Labour: member from 28 November 2026.'],
    });
    expect(effect.supersededSeats).toEqual(['s2']);
    expect(effect.changedDetails).toMatchObject([{ id: 'amara', group: 'Labour' }]);
  });

  it('from a later day is not theirs today', () => {
    expect(judged([{ name: 'Amara Whitfield', group: 'Labour' }], { day: '2027-01-01' }).effect.changedDetails).toEqual(
      [],
    );
  });

  it('that nobody knows is a problem', () => {
    expect(said({ name: 'Amara Whitfield', group: 'Labor' })).toMatch(
      'no political group “Labor”. Did you mean “Labour”?',
    );
  });
});
