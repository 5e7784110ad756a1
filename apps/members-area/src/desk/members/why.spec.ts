import type { Activity, ActivityTree } from '@induct/scorm';
import type { MemberModule } from './member.queries';
import { whyNotComplete } from './why';

const at = new Date('2026-11-22T14:32:00Z');
const sco = (id: string, more: Partial<Activity> = {}): Activity => ({
  id,
  title: `Part ${id}`,
  href: `${id}.html`,
  visible: true,
  children: [],
  ...more,
});
const tree = (...children: Activity[]): ActivityTree => ({
  standard: 'scorm_12',
  edition: '1.2',
  title: 'The code of conduct',
  identifier: 'x',
  organizations: 1,
  root: { id: 'root', title: 'Root', visible: true, children },
  needsSequencing: false,
});
const aModule = (more: Partial<MemberModule>): MemberModule => ({
  courseId: 'c',
  title: 'The code of conduct',
  core: true,
  published: 1,
  completion: 'incomplete',
  success: 'unknown',
  score: null,
  progress: null,
  learningSeconds: 60,
  startedAt: at,
  recordedAt: at,
  completedAt: null,
  attempts: [],
  outline: tree(sco('1')),
  parts: {},
  ...more,
});

describe('why a module is not complete', () => {
  it('says nothing when it is', () => {
    expect(whyNotComplete(aModule({ completedAt: at }))).toBeUndefined();
  });

  it('says by when it is to be taken again, and that what was done stands', () => {
    const retake = { by: '2027-03-01', isOverdue: false };
    expect(whyNotComplete(aModule({ completedAt: at, retake }))).toBe(
      'The module was renewed: it is to be taken again by 1 March 2027. What was completed at 14:32 on 22 November 2026 stays on record.',
    );
    expect(whyNotComplete(aModule({ completedAt: at, retake: { ...retake, isOverdue: true } }))).toMatch(
      /^The module was renewed: it was to be taken again by 1 March 2027, and has not been yet\./,
    );
  });

  it('says that it was never opened', () => {
    expect(whyNotComplete(aModule({ completion: null, success: null, recordedAt: null }))).toBe(
      'The module was never opened.',
    );
  });

  it('says that it was opened and fell silent', () => {
    expect(whyNotComplete(aModule({ completion: 'not_attempted' }))).toBe(
      'It was opened at 14:32 on 22 November 2026, but the module has not reported anything since.',
    );
  });

  it('names the score and the pass mark of a failed test', () => {
    const failed = aModule({ success: 'failed', score: 60, outline: tree(sco('1', { masteryScore: 80 })) });
    expect(whyNotComplete(failed)).toBe(
      'The test was not passed with 60%: the pass mark is 80%. It can be tried again as often as needed.',
    );
  });

  it('names the parts that are still to do', () => {
    const parts = { '1': { completion: 'completed' }, '2': { completion: 'incomplete' } };
    expect(whyNotComplete(aModule({ outline: tree(sco('1'), sco('2'), sco('3')), parts }))).toBe(
      '1 of 3 parts is complete. Still to do: “Part 2”, “Part 3”.',
    );
    const six = tree(...['1', '2', '3', '4', '5', '6'].map((id) => sco(id)));
    expect(whyNotComplete(aModule({ outline: six }))).toBe(
      'None of 6 parts are complete. Still to do: “Part 1”, “Part 2”, “Part 3” and 3 others.',
    );
  });

  it('says how much of a single part is done', () => {
    expect(whyNotComplete(aModule({ progress: 0.4 }))).toBe(
      'It was left before the end. 40% of it is done. The module has not yet reported that it is complete.',
    );
  });

  it('says when all was read but no test was passed', () => {
    expect(whyNotComplete(aModule({ completion: 'completed' }))).toMatch(/has not reported that its test was passed/);
  });
});
