import { chosen, judged, one, said } from '../../../test/given-import';

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
        'Several people are called Ann Smith: Ann Smith (ann1@northmoor.example) or Ann Smith (ann2@northmoor.example). Choose who is meant, or write their address in the file.',
      ],
      couldBe: { people: ['ann1', 'ann2'], brought: [], email: null },
    });
    expect(one({ name: 'Ann Smith', email: 'ann2@northmoor.example' }).personId).toBe('ann2');
  });

  it('is whom an officer has chosen, and the row says who said so', () => {
    const row = { name: 'Ann Smith', body: 'Planning Committee' };
    const [ann] = chosen(row, { personId: 'ann2' }).rows;
    expect(ann).toMatchObject({ personId: 'ann2', outcome: 'new_membership', couldBe: { people: ['ann1', 'ann2'] } });
    expect(ann!.says[0]).toBe(
      'Olive Officer said on 28 November 2026 that this is Ann Smith (ann2@northmoor.example).',
    );
    expect(chosen(row, { personId: 'amara' }).rows[0]).toMatchObject({
      outcome: 'problem',
      says: ['Whom Olive Officer chose has another name by now. Choose again who is meant.'],
    });
  });

  it('is somebody new whose address an officer has written, once in several rows', () => {
    const row = { name: 'Ann Smith', body: 'Planning Committee' };
    const { rows, effect } = chosen(row, { email: 'ann3@northmoor.example' }, [{ name: 'Ann Smith' }]);
    expect(rows.map(({ personId, outcome, couldBe }) => [personId, outcome, couldBe])).toEqual([
      [null, 'problem', { people: ['ann1', 'ann2'], brought: ['ann3@northmoor.example'], email: null }],
      ['new:2', 'new_person', { people: ['ann1', 'ann2'], brought: [], email: null }],
    ]);
    expect(rows[1]!.says).toEqual([
      'Gets an account as a member: ann3@northmoor.example.',
      'Olive Officer said on 28 November 2026 that this is somebody new.',
      expect.stringContaining('Planning Committee'),
    ]);
    expect(effect.newPeople.map(({ email }) => email)).toEqual(['ann3@northmoor.example']);
    expect(chosen(row, { email: 'amara@northmoor.example' }).rows[0]!.says).toEqual([
      'The address amara@northmoor.example belongs to Amara Whitfield. Choose again who is meant.',
    ]);
  });

  it('is not asked of an officer when the row says it by now', () => {
    const row = { name: 'Ann Smith', email: 'ann1@northmoor.example' };
    expect(chosen(row, { personId: 'ann2' }).rows[0]).toMatchObject({ personId: 'ann1', outcome: 'same' });
  });

  it('can be chosen too where the row brings an address that nobody has', () => {
    const row = { name: 'Ann Smith', email: 'ann9@northmoor.example' };
    expect(one(row).couldBe).toEqual({ people: ['ann1', 'ann2'], brought: [], email: 'ann9@northmoor.example' });
    expect(chosen(row, { email: row.email }).rows[0]).toMatchObject({ personId: 'new:2', outcome: 'new_person' });
    expect(chosen(row, { personId: 'ann1' }).rows[0]!.says).toContain(
      'The address stays ann1@northmoor.example: it is changed on their page only.',
    );
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

  it('is a problem when a row before it has given the number to somebody else, or them another', () => {
    const sian = { name: 'Siân Llŷr', email: 'sian@northmoor.example', body: 'Planning Committee' };
    const ann = { name: 'Ann Smith', email: 'ann2@northmoor.example', body: 'Planning Committee' };
    const { rows } = judged([
      { ...sian, externalId: '900' },
      { ...ann, externalId: '900' },
      { ...sian, body: 'Standards Committee', externalId: '901' },
    ]);
    const [first, second, third] = rows.toSorted((a, b) => a.number! - b.number!);
    expect(first!.says.join()).toContain('Number 900 is noted');
    expect([second!.outcome, second!.says.join()]).toEqual([
      'problem',
      'The number 900 belongs to Siân Llŷr, and the address ann2@northmoor.example to Ann Smith. Correct one of the two.',
    ]);
    expect([third!.outcome, third!.says.join()]).toEqual([
      'problem',
      expect.stringContaining('has the number 900, not 901'),
    ]);
  });

  it('is new with an address, and a problem without one', () => {
    expect(one({ name: 'Noor New', email: 'noor@northmoor.example' })).toMatchObject({
      outcome: 'new_person',
      personId: 'new:2',
      says: ['Gets an account as a member: noor@northmoor.example.'],
    });
    expect(said({ name: 'Noor New' })).toMatch('Write an email address');
    expect(said({ name: '=HYPERLINK("https://x.example","Click me")' })).toBe(
      'Full name holds a formula or an error: “=HYPERLINK("https://x.example","Click me")”. Write what it should say.',
    );
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
