import { firstRoleBoxes, roleBoxes, rolesToGive } from './roles.view';

describe('the roles to give', () => {
  it('are those of learners for an officer, and all for an administrator', () => {
    expect(rolesToGive(['officer'])).toEqual(['member', 'tester']);
    expect(rolesToGive(['officer', 'administrator'])).toEqual(expect.arrayContaining(['administrator', 'champion']));
  });

  it('show which ones a person has', () => {
    expect(roleBoxes(['member', 'tester'], ['tester']).map(({ checked }) => checked)).toEqual([false, true]);
  });

  it('say before somebody is added which of them take a second person', () => {
    const hints = firstRoleBoxes(['member', 'tester'], ['member', 'tester']).map(({ hint }) => hint.text);
    expect(hints.map((hint) => hint.endsWith('Takes a second person'))).toEqual([false, true]);
  });
});
