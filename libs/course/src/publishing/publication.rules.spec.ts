import { refreshProblem } from './publication.rules';

const today = '2026-11-22';
const problem = (given: object) =>
  refreshProblem({ policy: 'nothing', changeNote: '', halfWay: 'finish_old', ...given }, today);

describe('the refresh policy', () => {
  it('asks nothing of anybody without a word', () => {
    expect(problem({})).toBeUndefined();
  });

  it('needs a change note when members are asked to read it or to take the module again', () => {
    expect(problem({ policy: 'note', changeNote: ' ' })).toContain('what has changed');
    expect(problem({ policy: 'retake', retakeBy: '2027-03-31' })).toContain('what has changed');
    expect(problem({ policy: 'note', changeNote: 'New rules on gifts' })).toBeUndefined();
  });

  it('needs a day that is still to come to take it again by', () => {
    const retake = (retakeBy?: string) =>
      problem({ policy: 'retake', changeNote: 'New rules', ...(retakeBy && { retakeBy }) });
    expect(retake()).toContain('by which day');
    expect(retake('2027-02-30')).toContain('by which day');
    expect(retake('2026-11-21')).toContain('has passed');
    expect(retake(today)).toBeUndefined();
    expect(problem({ retakeBy: '2027-03-31' })).toContain('only with');
  });
});
