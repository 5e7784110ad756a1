import type { Level } from '@induct/accreditation';
import { levelsView } from './levels.view';

const level = (more: Partial<Level>): Level => ({
  schemeId: 'core',
  name: 'Core skills',
  state: 'valid',
  until: '2030-11-22',
  opens: '2030-05-22',
  missing: undefined,
  anew: [],
  ...more,
});
const words = (more: Partial<Level>) => levelsView([level(more)], [], [])[0]!.words;

describe('the levels of a member', () => {
  it('say until when an award is valid, and from when on it can be renewed', () => {
    expect(words({})).toBe('Valid until 22 November 2030. You can renew it from 22 May 2030.');
    expect(words({ until: null, opens: null })).toBe('Valid, without an end date.');
  });

  it('say of what an officer has still to issue that it is earned, and counts for a level', () => {
    const [one] = levelsView([level({ state: 'waiting' })], [], []);
    expect(one).toMatchObject({ tag: { text: 'You have earned it', kind: 'going' } });
    expect(one!.words).toBe(
      'An officer has still to issue the certificate: you need do nothing. For an award above it, it counts already.',
    );
  });

  it.each([
    [{}, false],
    [{ state: 'open' }, false],
    [{ topUp: { missing: '“Planning”', by: '2027-05-29' } }, true],
    [{ state: 'renewable' }, true],
    [{ state: 'over' }, true],
    [{ state: 'revoked' }, true],
    [{ state: 'suspended' }, true],
  ] as [Partial<Level>, boolean][])('stand open on a phone when there is news of one: %j %s', (more, isNews) => {
    expect(levelsView([level(more)], [], [])[0]!.isNews).toBe(isNews);
  });

  it('say what is new in an award that one keeps, and by which day', () => {
    expect(words({ topUp: { missing: '“Planning”', by: '2027-05-29' } })).toBe(
      'Valid until 22 November 2030. You can renew it from 22 May 2030. It asks for more now: show “Planning” by 29 May 2027. You keep it to its last day either way.',
    );
  });

  it('say what is to be shown, for the first time or anew', () => {
    expect(words({ state: 'open', until: null, opens: null, missing: '“Planning”' })).toBe(
      'Still to show: “Planning”.',
    );
    expect(words({ state: 'renewable', missing: '“Planning”' })).toBe(
      'Valid until 22 November 2030. Show anew: “Planning”. Only what you show from 22 May 2030 on counts for it.',
    );
    expect(words({ state: 'over', missing: '“Planning”' })).toContain('It was valid until 22 November 2030.');
    expect(words({ state: 'suspended' })).toMatch(/^It is suspended: for now it does not count\. /);
    expect(words({ state: 'revoked' })).toBe('Democratic Services can tell you why.');
    expect(words({ state: 'revoked', opens: '2027-02-01', missing: '“Planning”' })).toBe(
      'Democratic Services can tell you why. Show anew: “Planning”. Only what you show from 1 February 2027 on counts for it.',
    );
  });

  it('lead to the modules that show it anew, where they were completed: to look at one again shows nothing', () => {
    const way = (courseId: string) => [{ kind: 'module' as const, courseId, validMonths: null }];
    const asked = ['a', 'b', 'c'].map((id) => ({ id, ways: way(`course-${id}`) }));
    const module = (id: string, completedAt: Date | null) => ({ id: `course-${id}`, slug: id, title: id, completedAt });
    const modules = [module('a', new Date()), module('b', null), module('c', new Date())];
    const [one] = levelsView([level({ state: 'renewable', anew: ['a', 'b'] })], asked, modules);
    expect(one!.again).toEqual([{ title: 'a', href: '/modules/a/from-the-beginning' }]);
  });
});
