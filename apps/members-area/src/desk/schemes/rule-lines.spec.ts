import type { Rule } from '@induct/accreditation';
import { linesOf, pressed, type RuleLine, ruleOf } from './rule-lines';

const line = (what: string, depth = 0, count = ''): RuleLine => ({ what, depth, count });
const rule: Rule = {
  all: [{ award: 'core' }, { n: 2, of: [{ need: 'a' }, { any: [{ need: 'b' }, { need: 'c' }] }, { core: true }] }],
};
const lines = [
  line('award:core'),
  line('n', 0, '2'),
  line('need:a', 1),
  line('any', 1),
  line('need:b', 2),
  line('need:c', 2),
  line('core', 1),
];

describe('the lines of a rule', () => {
  it('say the rule, and come from it', () => {
    expect(linesOf(rule)).toEqual(lines);
    expect(ruleOf(lines)).toEqual({ rule });
    expect(ruleOf([line('core')])).toEqual({ rule: { core: true } });
    const path = { path: [{ need: 'b' }, { need: 'a' }] };
    expect(linesOf(path)).toEqual([line('path'), line('need:b', 1), line('need:a', 1)]);
    expect(ruleOf(linesOf(path))).toEqual({ rule: path });
    expect(linesOf({ any: [{ need: 'a' }] })).toEqual([line('any'), line('need:a', 1)]);
  });

  it.each<[string, RuleLine[], number]>([
    ['Choose what is asked for', [], 0],
    ['Choose what this line asks for, or take the line out', [line('core'), line('')], 1],
    ['Put a line below this one, further in, for what it asks for', [line('any'), line('core')], 0],
    ['Say how many of the lines below are enough: 1 to 1', [line('n', 0, '2'), line('core', 1)], 0],
    ['Say how many of the lines below are enough: 1 to 1', [line('n', 0, ''), line('core', 1)], 0],
  ])('are no rule yet: %s', (text, given, at) => expect(ruleOf(given)).toEqual({ problem: { line: at, text } }));

  it('are added below a line, further in where that has lines below it, and nothing typed is lost', () => {
    expect(pressed(lines, 'add-0')).toEqual(lines.toSpliced(1, 0, line('')));
    expect(pressed(lines, 'add-3')).toEqual(lines.toSpliced(4, 0, line('', 2)));
    expect(pressed([], 'add-0')).toEqual([line('')]);
  });

  it('are taken out, moved in and out with what stands below them', () => {
    expect(pressed([line('any'), line('core', 1)], 'remove-0')).toEqual([line('core')]);
    expect(pressed(lines, 'out-3').map(({ depth }) => depth)).toEqual([0, 0, 1, 0, 1, 1, 1]);
    expect(pressed([line('any'), line('core'), line('need:a')], 'in-1')).toEqual([
      line('any'),
      line('core', 1),
      line('need:a'),
    ]);
    expect(pressed([line('core'), line('need:a')], 'in-1')).toEqual([line('core'), line('need:a')]);
  });

  it('stay as they are whatever else is pressed', () => {
    for (const press of ['', 'save', 'remove-99', 'in-x', 'add--1']) expect(pressed(lines, press)).toEqual(lines);
  });
});
