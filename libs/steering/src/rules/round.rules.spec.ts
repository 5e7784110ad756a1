import {
  answeredNo,
  answersTo,
  checklistOf,
  closesBecause,
  decisionProblem,
  leastQuorumProblem,
  roundProblem,
  signedOff,
} from './round.rules';

const now = new Date('2026-11-22T14:32:00Z');
const later = new Date('2026-12-01T12:00:00Z');
const checklist = checklistOf(['Plain English', ' ', 'Fair questions ']);
const order = { leastQuorum: 2, testers: ['ada', 'ben'], quorum: 2, deadline: later, focus: '', checklist };
const problem = (given: object, by = 'olive') => roundProblem({ ...order, ...given }, by, now);

describe('opening a round', () => {
  it('asks the steering group’s usual six questions unless told otherwise', () => {
    expect(checklistOf()).toHaveLength(6);
    expect(checklist).toEqual([
      { id: '1', text: 'Plain English' },
      { id: '2', text: 'Fair questions' },
    ]);
  });

  it('wants a quorum that its testers can reach, and time to reach it', () => {
    expect(problem({})).toBeUndefined();
    expect(problem({ testers: [] })).toBe('Choose at least one tester');
    expect(problem({ quorum: 1 })).toContain('2 or more');
    expect(problem({ quorum: 2.5 })).toContain('2 or more');
    expect(problem({ leastQuorum: 3 })).toContain('3 or more');
    expect(problem({ leastQuorum: 1, quorum: 1 })).toContain('2 or more');
    expect(problem({ quorum: 3 })).toContain('more than the number of testers');
    expect(problem({ testers: ['ada', 'ada'] })).toContain('more than the number of testers');
    expect(problem({ deadline: now })).toBe('The deadline must be in the future');
    expect(problem({ checklist: [] })).toContain('at least one line');
  });

  it('keeps whoever opens it from testing in it', () => {
    expect(problem({}, 'ada')).toContain('cannot test in it');
  });
});

describe('the least quorum of a council', () => {
  it('is another whole number, never below two', () => {
    expect([3, 20].map((least) => leastQuorumProblem(least, 2))).toEqual([undefined, undefined]);
    expect(leastQuorumProblem(1, 2)).toContain('2 testers or more');
    expect(leastQuorumProblem(2, 2)).toBe('It is 2 already');
    expect(leastQuorumProblem(2.5, 2)).toContain('whole number');
    expect(leastQuorumProblem(21, 2)).toContain('20 or less');
  });
});

describe('deciding', () => {
  const yes = { '1': { answer: 'yes' as const }, '2': { answer: 'no' as const, note: ' Question 3 is not ' } };
  const given = { decision: 'signed_off' as const, reason: '', checklist: yes, despiteNo: true };

  it('needs an answer to every line', () => {
    expect(decisionProblem(checklist, given)).toBeUndefined();
    expect(decisionProblem(checklist, { ...given, checklist: { '1': { answer: 'yes' } } })).toBe(
      'Answer “Fair questions”',
    );
    const odd = { ...yes, '2': { answer: 'maybe' as 'yes' } };
    expect(decisionProblem(checklist, { ...given, checklist: odd })).toBe('Answer “Fair questions”');
    expect(
      decisionProblem(
        checklistOf(['x']).map((item) => ({ ...item, id: 'constructor' })),
        given,
      ),
    ).toBe('Answer “x”');
  });

  it('takes a no in a sign-off only with what is wrong, from somebody who means to sign off all the same', () => {
    const silent = { ...yes, '2': { answer: 'no' as const, note: ' \0 ' } };
    expect(decisionProblem(checklist, { ...given, checklist: silent })).toBe(
      'Say what is wrong, or which finding says it: “Fair questions”',
    );
    expect(decisionProblem(checklist, { ...given, despiteNo: false })).toMatch(/^You answered no/);
    const refusal = { decision: 'refused' as const, reason: 'Question 3 is wrong' };
    expect(decisionProblem(checklist, { ...refusal, checklist: silent })).toBeUndefined();
    expect(answeredNo(checklist, yes)).toEqual([{ id: '2', text: 'Fair questions' }]);
  });

  it('keeps only what was asked', () => {
    expect(answersTo(checklist, { ...yes, '9': { answer: 'yes' } })).toEqual({
      '1': { answer: 'yes', note: '' },
      '2': { answer: 'no', note: 'Question 3 is not' },
    });
  });

  it('needs a reason to refuse', () => {
    expect(decisionProblem(checklist, { ...given, decision: 'refused', reason: ' too bad  ' })).toContain(
      '10 characters',
    );
    expect(
      decisionProblem(checklist, { ...given, decision: 'refused', reason: 'Question 3 is wrong' }),
    ).toBeUndefined();
  });
});

describe('closing', () => {
  const bytes = Buffer.from([1]);
  const round = { quorum: 1, deadline: later };

  it('comes with the quorum, of these bytes, or with the deadline', () => {
    const says = (decision: 'signed_off' | 'refused', packageSha256 = bytes) =>
      signedOff([{ decision, packageSha256 }], bytes);
    expect(closesBecause(round, says('signed_off'), now)).toBe('quorum');
    expect(closesBecause(round, says('refused'), now)).toBeUndefined();
    expect(closesBecause(round, says('signed_off', Buffer.from([2])), now)).toBeUndefined();
    expect(closesBecause(round, 0, later)).toBe('deadline');
  });
});
