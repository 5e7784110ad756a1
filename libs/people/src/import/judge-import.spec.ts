import type { CouncilNow, KnownBody, KnownPerson, KnownSeat } from './council-now';
import type { FileRow } from './file-rows';
import { type ImportSettings, judgeImport } from './judge-import';

const TODAY = '2026-11-28';
const usual: ImportSettings = { day: TODAY, complete: false, bodyId: null };

const person = (id: string, name: string, more: Partial<KnownPerson> = {}): KnownPerson => ({
  id,
  name,
  email: `${id}@northmoor.example`,
  externalId: null,
  group: null,
  district: null,
  division: null,
  isActive: true,
  isMember: true,
  ...more,
});
const body = (id: string, name: string, more: Partial<KnownBody> = {}): KnownBody => ({
  id,
  name,
  kind: 'committee',
  nameCy: null,
  externalId: null,
  from: '2009-05-01',
  until: null,
  ...more,
});
const seat = (id: string, personId: string, bodyId: string, more: Partial<KnownSeat> = {}): KnownSeat => ({
  id,
  personId,
  bodyId,
  capacity: 'member',
  from: '2025-05-19',
  until: null,
  ...more,
});

const council: CouncilNow = {
  people: [
    person('amara', 'Amara Whitfield', { group: 'Green Valleys', division: 'North', externalId: '101' }),
    person('sian', 'Siân Llŷr'),
    person('ann1', 'Ann Smith'),
    person('ann2', 'Ann Smith'),
    person('gone', 'Gus Gone', { isActive: false }),
  ],
  bodies: [
    body('council', 'Northmoor Council', { kind: 'council' }),
    body('planning', 'Planning Committee', { nameCy: 'Pwyllgor Cynllunio', externalId: 'PC' }),
    body('standards', 'Standards Committee'),
    body('green', 'Green Valleys', { kind: 'group' }),
    body('labour', 'Labour', { kind: 'group' }),
    body('old', 'Highways Committee', { until: '2020-05-01' }),
  ],
  seats: [seat('s1', 'amara', 'planning'), seat('s2', 'amara', 'green'), seat('s3', 'sian', 'standards')],
  terms: [
    { id: 't1', personId: 'amara', electionId: 'e2017', division: 'North', from: '2017-05-08', until: null },
    { id: 't2', personId: 'sian', electionId: 'e2017', division: 'South', from: '2017-05-08', until: '2021-05-10' },
  ],
  elections: [
    { id: 'e2017', kind: 'ordinary', heldOn: '2017-05-04', division: null },
    { id: 'e2025', kind: 'ordinary', heldOn: '2025-05-01', division: null },
    { id: 'by2024', kind: 'by_election', heldOn: '2024-02-29', division: 'Harbour' },
  ],
};

type Values = FileRow['values'];
const judged = (rows: Values[], settings: Partial<ImportSettings> = {}, what = council) =>
  judgeImport(
    rows.map((values, at) => ({ number: at + 2, values })),
    what,
    { ...usual, ...settings },
    TODAY,
  );
const one = (values: Values, settings = {}) => judged([values], settings).rows[0]!;
const said = (values: Values) => one(values).says.join(' ');

describe('who is meant', () => {
  it('is known by number, address, or a name that one alone has', () => {
    for (const values of [
      { name: 'A Whitfield', externalId: '101' },
      { name: 'Amara Whitfield', email: 'AMARA@northmoor.example' },
      { name: 'Cllr Amara WHITFIELD' },
      { name: 'Whitfield, Amara' },
    ])
      expect(one(values)).toMatchObject({ personId: 'amara', outcome: 'same' });
    expect(one({ name: 'Sian Llyr' })).toMatchObject({ personId: 'sian', outcome: 'same' });
  });

  it('is never guessed when two have the name', () => {
    expect(one({ name: 'Ann Smith' })).toMatchObject({
      outcome: 'problem',
      personId: null,
      says: [
        'Several people are called Ann Smith: Ann Smith (ann1@northmoor.example) or Ann Smith (ann2@northmoor.example). Write the address of the one who is meant.',
      ],
    });
    expect(one({ name: 'Ann Smith', email: 'ann2@northmoor.example' }).personId).toBe('ann2');
  });

  it('is a problem when an address or a number belongs to somebody else', () => {
    expect(said({ name: 'Bob Nought', email: 'amara@northmoor.example' })).toMatch('belongs to Amara Whitfield');
    expect(said({ name: 'Bob Nought', externalId: '101' })).toMatch('The number 101 belongs to Amara Whitfield');
    expect(said({ name: 'Amara Whitfield', externalId: '101', email: 'sian@northmoor.example' })).toMatch(
      'The number 101 belongs to Amara Whitfield, and the address sian@northmoor.example to Siân Llŷr',
    );
    expect(said({ name: 'Amara Whitfield', email: 'amara@northmoor.example', externalId: '102' })).toMatch(
      'has the number 101, not 102',
    );
  });

  it('is new with an address, and a problem without one', () => {
    expect(one({ name: 'Noor New', email: 'noor@northmoor.example' })).toMatchObject({
      outcome: 'new_person',
      personId: 'new:2',
      says: ['Gets an account as a member: noor@northmoor.example.'],
    });
    expect(said({ name: 'Noor New' })).toMatch('Write an email address');
    expect(said({ name: '', email: 'noor@northmoor.example' })).toMatch('name is missing');
  });

  it('is one new person in several rows, wherever the address stands', () => {
    const { rows, effect } = judged([
      { name: 'Noor New', body: 'Standards Committee' },
      { name: 'Noor New', email: 'noor@northmoor.example', body: 'Planning Committee' },
    ]);
    expect(rows.map(({ personId, outcome }) => [personId, outcome])).toEqual([
      ['new:3', 'new_membership'],
      ['new:3', 'new_person'],
    ]);
    expect(effect.newPeople).toHaveLength(1);
    expect(effect.newSeats.map(({ bodyId }) => bodyId).toSorted()).toEqual(['planning', 'standards']);
  });

  it('is not there when the row that brings them has a problem', () => {
    const { rows, effect } = judged([
      { name: 'Noor New', email: 'noor@northmoor.example', body: 'Nowhere' },
      { name: 'Noor New', body: 'Planning Committee' },
    ]);
    expect(rows.map(({ outcome }) => outcome)).toEqual(['problem', 'problem']);
    expect(rows[1]!.says[0]).toMatch('Row 2, which says who this is, has a problem');
    expect(effect.newPeople).toEqual([]);
  });

  it('keeps name and address: an import changes nobody’s way in', () => {
    const row = one({ name: 'Amara Osei', externalId: '101', email: 'new@northmoor.example' });
    expect(row.outcome).toBe('same');
    expect(row.says).toEqual([
      'The address stays amara@northmoor.example: it is changed on their page only.',
      'The name stays Amara Whitfield, not Amara Osei: it is changed on their page only.',
    ]);
    expect(said({ name: 'Gus Gone' })).toMatch('account is deactivated');
  });
});

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

describe('an election', () => {
  it('gives a term from the fourth day after the poll, and a second one is called re-elected', () => {
    const { rows, effect } = judged([{ name: 'Amara Whitfield', electedOn: '1 May 2025' }]);
    expect(rows[0]).toMatchObject({
      outcome: 're_elected',
      says: ['Re-elected on 1 May 2025 for North: in office from 5 May 2025.'],
    });
    expect(effect.supersededTerms).toEqual(['t1']);
    expect(effect.newTerms.map(({ from, until, replaces }) => [from, until, replaces])).toEqual([
      ['2017-05-08', '2025-05-05', 't1'],
      ['2025-05-05', null, null],
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
