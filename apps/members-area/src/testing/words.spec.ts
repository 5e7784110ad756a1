import { roundTag, stateTag } from './words';

describe('where a finding stands', () => {
  it.each([
    [{ state: 'open', fixedIn: null, settled: false }, 'Open', 'going'],
    [{ state: 'fixed', fixedIn: 3, settled: false }, 'Fixed in version 3: to be confirmed', 'warning'],
    [{ state: 'fixed', fixedIn: 3, settled: true }, 'Fixed in version 3', 'done'],
    [{ state: 'will_not_fix', fixedIn: null, settled: false }, 'Will not be fixed: to be confirmed', 'warning'],
    [{ state: 'will_not_fix', fixedIn: null, settled: true }, 'Will not be fixed', 'todo'],
    [{ state: 'withdrawn', fixedIn: null, settled: true }, 'Withdrawn', 'todo'],
  ] as const)('%o is said as "%s"', (standing, text, kind) => {
    expect(stateTag(standing)).toEqual({ text, kind });
  });
});

describe('how a round stands', () => {
  it('says why it closed', () => {
    expect(roundTag({ state: 'open', closedWhy: null }).text).toBe('Open');
    expect(roundTag({ state: 'closed', closedWhy: 'quorum' })).toEqual({ text: 'Quorum reached', kind: 'done' });
    expect(roundTag({ state: 'closed', closedWhy: 'deadline' }).text).toBe('Closed without quorum');
    expect(roundTag({ state: 'closed', closedWhy: 'officer' }).text).toBe('Closed by an officer');
  });
});
