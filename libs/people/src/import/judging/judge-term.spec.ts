import { judged, one, said } from '../../../test/given-import';

describe('an election', () => {
  it('gives a term from the fourth day after the poll, and a second one is called re-elected', () => {
    const { rows, effect } = judged([{ name: 'Amara Whitfield', electedOn: '1 May 2025' }]);
    expect(rows[0]).toMatchObject({
      outcome: 're_elected',
      says: ['Re-elected on 1 May 2025 for North: in office from 6 May 2025.'],
    });
    expect(effect.supersededTerms).toEqual(['t1']);
    expect(effect.newTerms.map(({ from, until, replaces }) => [from, until, replaces])).toEqual([
      ['2017-05-08', '2025-05-06', 't1'],
      ['2025-05-06', null, null],
    ]);
  });

  it('is known already', () => {
    expect(one({ name: 'Amara Whitfield', electedOn: '4 May 2017' })).toMatchObject({ outcome: 'same', says: [] });
    expect(one({ name: 'Amara Whitfield', from: '8 May 2017' })).toMatchObject({ outcome: 'same' });
  });

  it('is asked for when a first day fits none', () => {
    expect(one({ name: 'Amara Whitfield', from: '1 June 2019' })).toMatchObject({
      outcome: 'same',
      says: ['1 June 2019 is not used: nobody who was elected took office then. Write the day of the election.'],
    });
  });

  it('in between is for one division', () => {
    expect(one({ name: 'Siân Llŷr', electedOn: '29/02/2024' })).toMatchObject({
      outcome: 're_elected',
      says: ['Re-elected on 29 February 2024 for Harbour: in office from 4 March 2024.'],
    });
    expect(said({ name: 'Siân Llŷr', electedOn: '29/02/2024', division: 'North' })).toMatch('was for Harbour');
  });

  it('that nobody knows is a problem, and so is a division that differs', () => {
    expect(said({ name: 'Siân Llŷr', electedOn: '2 May 2025' })).toMatch(
      'No election on 2 May 2025 is known. The nearest was on 1 May 2025.',
    );
    expect(said({ name: 'Amara Whitfield', electedOn: '4 May 2017', division: 'West' })).toMatch('elected for North');
    expect(said({ name: 'Ann Smith', email: 'ann1@northmoor.example', electedOn: '1 May 2025' })).toMatch(
      'division they were elected for is missing',
    );
  });

  it('ends for who leaves the council, and their seats with it', () => {
    const { rows, effect } = judged([{ name: 'Amara Whitfield', until: '30 November 2026' }]);
    expect(rows[0]).toMatchObject({ outcome: 'ends' });
    expect(effect.supersededSeats.toSorted()).toEqual(['s1', 's2']);
    expect(effect.supersededTerms).toEqual(['t1']);
    expect(effect.newTerms[0]).toMatchObject({ until: '2026-12-01' });
  });
});
