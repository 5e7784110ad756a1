import type { CouncilNow } from './council-now';
import { council, judged, person, seat, type Values } from '../../../test/given-import';

const champion: CouncilNow = {
  ...council,
  people: council.people.map((one) => (one.id === 'amara' || one.id === 'gone' ? { ...one, isChampion: true } : one)),
};
const amara = { name: 'Amara Whitfield' };
const says = (values: Values, what = champion) => judged([values], {}, what).rows[0]!.says;
const LEFT = 'They are a champion: from then on they no longer see who of Green Valleys has completed what.';

describe('a row about a champion', () => {
  it.each([undefined, '1 June 2027', '1 June 2026'])('says whose completion they see when they move: %s', (from) => {
    expect(says({ ...amara, body: 'Labour', ...(from && { from }) }).at(-1)).toBe(
      'They are a champion: from then on they see who of Labour has completed what, and no longer who of Green Valleys.',
    );
  });

  it('says so of whoever only comes into a group, or leaves one', () => {
    const none = {
      ...champion,
      seats: [seat('s9', 'amara', 'planning')],
      people: [person('amara', 'Amara Whitfield', { isChampion: true })],
    };
    expect(says({ ...amara, body: 'Labour' }, none).at(-1)).toBe(
      'They are a champion: from then on they see who of Labour has completed what.',
    );
    expect(says({ ...amara, body: 'Green Valleys', until: '31 December 2026' }).at(-1)).toBe(LEFT);
    expect(says({ ...amara, until: '31 December 2026' }).at(-1)).toBe(LEFT);
  });

  it('says so of a group that is known by its name only', () => {
    const typed = {
      ...champion,
      bodies: champion.bodies.filter(({ kind }) => kind !== 'group'),
      seats: [],
      people: [...champion.people, person('lee', 'Lee Labour', { group: 'Labour' })],
    };
    expect(says({ ...amara, group: 'Labour' }, typed).at(-1)).toBe(
      'They are a champion: from then on they see who of Labour has completed what, and no longer who of Green Valleys.',
    );
  });

  it('says so of whoever is missing in a complete list', () => {
    const { rows } = judged([{ name: 'Siân Llŷr', body: 'Green Valleys' }], { complete: true }, champion);
    expect(rows.find(({ outcome }) => outcome === 'leaves')).toMatchObject({
      personId: 'amara',
      says: [expect.any(String), LEFT],
    });
  });

  it.each([
    ['moves on a committee', { ...amara, body: 'Planning Committee', capacity: 'Chairman' }],
    ['is another capacity of the group', { ...amara, body: 'Green Valleys', capacity: 'Chairman' }],
  ] as [string, Values][])('says nothing of it to whoever %s', (_, values) => {
    const [row] = judged([values], {}, champion).rows;
    expect([row!.outcome === 'problem', row!.says.join(' ')]).toEqual([false, expect.not.stringContaining('champion')]);
  });

  it('says nothing of it about others, nor about whoever is shut out', () => {
    expect(says({ ...amara, body: 'Labour' }, council).join(' ')).not.toContain('champion');
    expect(says({ name: 'Gus Gone', body: 'Labour' }).join(' ')).not.toContain('champion');
  });
});
