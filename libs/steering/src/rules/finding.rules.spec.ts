import fc from 'fast-check';
import { SEVERITIES } from './finding';
import { afterAct, type FindingAct, type FindingStateFacts, speaksForAuthor } from './finding.rules';

const at = new Date('2026-11-22T14:32:00Z');
const raised = (severity: FindingStateFacts['severity']): FindingStateFacts => ({
  severity,
  state: 'open',
  fixedInVersionId: null,
  reason: '',
  settledAt: null,
  settledBy: null,
});
const fixed: FindingAct = { act: 'mark_fixed', versionId: 'v2', versionNumber: 2, foundIn: 1 };
const wontFix: FindingAct = { act: 'will_not_fix', reason: 'It is meant to be so' };
const live = (start: FindingStateFacts, ...acts: [FindingAct, string][]): FindingStateFacts | string =>
  acts.reduce<FindingStateFacts | string>(
    (finding, [act, by]) => (typeof finding === 'string' ? finding : afterAct(finding, act, by, at)),
    start,
  );

describe('a finding', () => {
  it('that should be fixed is settled by the officer’s word', () => {
    expect(live(raised('should_fix'), [fixed, 'olive'])).toMatchObject({ state: 'fixed', settledBy: 'olive' });
    expect(live(raised('suggestion'), [wontFix, 'olive'])).toMatchObject({ state: 'will_not_fix', settledAt: at });
  });

  it('that blocks is settled only when its author agrees', () => {
    const dealt = live(raised('blocking'), [fixed, 'olive']);
    expect(dealt).toMatchObject({ state: 'fixed', fixedInVersionId: 'v2', settledAt: null });
    expect(live(raised('blocking'), [fixed, 'olive'], [{ act: 'confirm' }, 'ada'])).toMatchObject({ settledBy: 'ada' });
    expect(live(raised('blocking'), [wontFix, 'olive'], [{ act: 'confirm' }, 'ada'])).toMatchObject({
      settledBy: 'ada',
    });
    expect(live(raised('blocking'), [{ act: 'withdraw' }, 'ada'])).toMatchObject({
      state: 'withdrawn',
      settledBy: 'ada',
    });
  });

  it('that blocks no more follows the rule of its new severity', () => {
    const lower: FindingAct = { act: 'change_severity', severity: 'should_fix' };
    expect(live(raised('blocking'), [fixed, 'olive'], [lower, 'ada'])).toMatchObject({ settledBy: 'ada' });
    expect(live(raised('blocking'), [lower, 'ada'])).toMatchObject({ state: 'open', settledAt: null });
    const raise: FindingAct = { act: 'change_severity', severity: 'blocking' };
    expect(live(raised('should_fix'), [fixed, 'olive'], [raise, 'ada'])).toMatchObject({
      state: 'fixed',
      settledAt: null,
    });
  });

  it('comes back when its author opens it again', () => {
    const again = live(raised('blocking'), [fixed, 'olive'], [{ act: 'confirm' }, 'ada'], [{ act: 'reopen' }, 'ada']);
    expect(again).toEqual(raised('blocking'));
  });

  it('is fixed in a newer version than the one it was found in', () => {
    expect(live(raised('blocking'), [{ ...fixed, versionNumber: 1 }, 'olive'])).toContain('newer version');
  });

  it('is not confirmed before anybody dealt with it, nor twice', () => {
    expect(live(raised('blocking'), [{ act: 'confirm' }, 'ada'])).toBe('There is nothing to confirm yet');
    expect(
      live(raised('blocking'), [fixed, 'olive'], [{ act: 'confirm' }, 'ada'], [{ act: 'confirm' }, 'ada']),
    ).toContain('already');
  });

  it('keeps its facts together, whatever is done to it', () => {
    const act: fc.Arbitrary<FindingAct> = fc.oneof(
      fc.constantFrom<FindingAct>(
        fixed,
        wontFix,
        { act: 'answer' },
        { act: 'confirm' },
        { act: 'reopen' },
        { act: 'withdraw' },
      ),
      fc.constantFrom(...SEVERITIES).map((severity): FindingAct => ({ act: 'change_severity', severity })),
    );
    const officers = ['answer', 'mark_fixed', 'will_not_fix'];
    const wrong: FindingStateFacts[] = [];
    fc.assert(
      fc.property(fc.constantFrom(...SEVERITIES), fc.array(act, { maxLength: 12 }), (severity, acts) => {
        let finding = raised(severity);
        for (const each of acts) {
          const after = afterAct(finding, each, officers.includes(each.act) ? 'olive' : 'ada', at);
          if (typeof after === 'string') continue;
          finding = after;
          if (!isWhole(finding)) wrong.push(finding);
        }
      }),
    );
    expect(wrong).toEqual([]);
  });
});

function isWhole({ severity, state, fixedInVersionId, settledAt, settledBy }: FindingStateFacts): boolean {
  const isDealtWith = state === 'fixed' || state === 'will_not_fix';
  const isSettled = settledAt !== null;
  // An officer never settles what blocks; what is dealt with and does not block needs no more.
  const isSettledRightly = severity === 'blocking' ? settledBy !== 'olive' : !isDealtWith || isSettled;
  return (
    isSettledRightly &&
    (fixedInVersionId !== null) === (state === 'fixed') &&
    isSettled === (settledBy !== null) &&
    (!isSettled || isDealtWith || state === 'withdrawn')
  );
}

describe('who decides about a finding', () => {
  it('is its author, and any tester of the newest round when the author is not in it', () => {
    expect(speaksForAuthor('ada', 'ada', [])).toBe(true);
    expect(speaksForAuthor('ada', 'ben', ['ada', 'ben'])).toBe(false);
    expect(speaksForAuthor('ada', 'ben', ['ben', 'cat'])).toBe(true);
    expect(speaksForAuthor('ada', 'olive', ['ben', 'cat'])).toBe(false);
  });
});
