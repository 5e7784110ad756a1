import { mayDo, mayRead } from './round.rights';

const round = { state: 'open' as const, testersList: [{ personId: 'ann' }] as never };
const closed = { ...round, state: 'closed' as const };
const tester = { id: 'ann', roles: ['member', 'tester'] as const };
const other = { id: 'ben', roles: ['tester'] as const };
const officer = { id: 'olive', roles: ['officer'] as const };
const champion = { id: 'chandra', roles: ['champion'] as const };

describe('a round', () => {
  it('is seen by its testers, and by those who see all', () => {
    expect([tester, other, officer, champion].map((reader) => mayRead(round.testersList, reader))).toEqual([
      true,
      false,
      true,
      true,
    ]);
  });

  it('is tested by its testers while it is open', () => {
    expect(mayDo(round, tester)).toEqual({ read: true, preview: true, signOff: true, run: false, administer: false });
    expect(mayDo(closed, tester)).toMatchObject({ read: true, preview: false, signOff: false });
    expect(mayDo(round, { ...tester, roles: ['member'] })).toMatchObject({ preview: false, signOff: false });
  });

  it('is run by officers, and only read by champions', () => {
    expect(mayDo(round, officer)).toEqual({ read: true, preview: true, signOff: false, run: true, administer: true });
    expect(mayDo(closed, officer)).toMatchObject({ preview: false, run: false, administer: true });
    expect(Object.values(mayDo(round, champion))).toEqual([false, false, false, false, false]);
  });
});
