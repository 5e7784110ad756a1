import { aModuleRow } from '../learning/module-row.given';
import { groupedModules } from './modules.view';

const now = new Date('2026-11-22T12:00:00Z');
const row = (title: string, core: boolean, asked: boolean) => ({ ...aModuleRow(title, { core }), asked });
const groups = (...rows: ReturnType<typeof row>[]) =>
  groupedModules(rows, now).map(({ heading, cards, isOpen }) => [heading, cards.map(({ title }) => title), isOpen]);

describe('the list of modules', () => {
  it('has what every member is asked for, then what is asked of this one, then the others, which a phone folds', () => {
    expect(
      groups(
        row('Conduct', true, true),
        row('Finance', true, false),
        row('Pensions', false, true),
        row('Risk', false, false),
      ),
    ).toEqual([
      ['Core skills, asked of every member', ['Conduct', 'Finance'], true],
      ['Also asked of you', ['Pensions'], true],
      ['Other modules', ['Risk'], false],
    ]);
  });

  it('has no group of nothing', () =>
    expect(groups(row('Risk', false, false))).toEqual([['Other modules', ['Risk'], false]]));
});
