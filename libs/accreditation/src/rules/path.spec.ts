import { pathsOf } from './path';
import type { Rule } from './rule';
import type { Shown } from './standing';

const DAY = '2026-11-22';
const names = new Map([
  ['z', 'A module'],
  ['b', 'Workshop 1'],
  ['a', 'Workshop 2'],
  ['s', 'Core skills'],
]);
const steps: Rule = { path: [{ need: 'z' }, { need: 'b' }, { need: 'a' }] };
const shown = (requirement: string, more: Partial<Shown> = {}): Shown => ({
  id: requirement,
  requirement,
  metOn: DAY,
  validUntil: null,
  ...more,
});
const of = (rule: Rule, ...evidence: Shown[]) =>
  pathsOf([{ name: 'Commissioning', rule }], { evidence, core: [] }, names, DAY);
const metOf = (rule: Rule, ...evidence: Shown[]) => of(rule, ...evidence)[0]!.steps.map(({ met }) => met);

describe('a path', () => {
  it('has its steps in the order of the rule, whatever they are called', () => {
    expect(of(steps, shown('z'))).toEqual([
      {
        name: 'Commissioning',
        steps: [
          { title: 'A module', need: 'z', met: true },
          { title: 'Workshop 1', need: 'b', met: false },
          { title: 'Workshop 2', need: 'a', met: false },
        ],
      },
    ]);
  });

  it('counts a later step that was taken first', () => {
    expect(metOf(steps, shown('a'))).toEqual([false, false, true]);
    expect(metOf(steps, shown('z', { validUntil: '2026-11-21' }))).toEqual([false, false, false]);
  });

  it('is found wherever it stands in what is asked for, and is none where no order is said', () => {
    expect(of({ all: [{ core: true }, { any: [steps, { need: 'b' }] }] })).toHaveLength(1);
    expect(of({ all: [{ need: 'z' }, { need: 'a' }] })).toEqual([]);
    expect(of({ path: [{ need: 'z' }] })).toEqual([]);
  });

  it('says of a step that leaves a choice, or is an award, what it asks for', () => {
    const rule: Rule = { path: [{ award: 's' }, { any: [{ need: 'b' }, { need: 'a' }] }] };
    expect(of(rule, shown('s'), shown('a'))[0]!.steps).toEqual([
      { title: 'the award “Core skills”', need: null, met: true },
      { title: 'one of “Workshop 1” or “Workshop 2”', need: null, met: true },
    ]);
  });
});
