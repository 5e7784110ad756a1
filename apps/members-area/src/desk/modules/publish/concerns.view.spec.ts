import { concernsAnybody, whomItConcerns } from './concerns.view';
import type { RefreshPolicy } from '@induct/course';
import type { Concerned } from '../version/version.queries';

const nobody: Concerned = { completed: 0, halfWay: [], notStarted: 81 };
const some: Concerned = {
  completed: 12,
  halfWay: [
    { version: 1, people: 2 },
    { version: 2, people: 1 },
  ],
  notStarted: 66,
};
const refresh = (given: Partial<RefreshPolicy>): RefreshPolicy => ({
  policy: 'nothing',
  changeNote: '',
  halfWay: 'finish_old',
  ...given,
});
const on = (concerned: Concerned, given: Partial<RefreshPolicy> = {}, published: number | null = 2) =>
  whomItConcerns(concerned, { number: 3, published }, refresh(given));

describe('whom publishing concerns', () => {
  it('is only those who have not started when it is the first version', () => {
    expect(concernsAnybody(nobody, null)).toBe(false);
    expect(on(nobody, {}, null)).toEqual(['81 members have not started: they get version 3.']);
  });

  it('is said with numbers and with what happens to each', () => {
    expect(on(some)).toEqual([
      '12 people have completed it: nothing changes for them. Completions and certificates stand.',
      '3 people are half-way (2 on version 1, 1 on version 2). They finish that version, and it counts.',
      '66 members have not started: they get version 3.',
    ]);
  });

  it('follows what the officer chose', () => {
    expect(on(some, { policy: 'note' })[0]).toBe(
      '12 people have completed it. They will be asked to read what has changed. Completions and certificates stand.',
    );
    expect(on(some, { policy: 'retake', retakeBy: '2027-03-01' })[0]).toBe(
      '12 people have completed it. They will be asked to take it again by 1 March 2027. What was completed, and certificates, stay on record.',
    );
    expect(on(some, { halfWay: 'choice' })[1]).toContain('Each chooses: to finish that version');
  });

  it('tells those on this very version from those on others', () => {
    const back = { ...some, completed: 1, halfWay: [{ version: 3, people: 1 }] };
    expect(on(back).slice(0, 3)).toEqual([
      '1 person has completed it: nothing changes for them. Completions and certificates stand.',
      'Nobody is half-way on another version.',
      '1 person is half-way on this version and goes on there.',
    ]);
  });
});
