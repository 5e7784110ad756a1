import fc from 'fast-check';
import { available } from './available';
import { sequencingTree } from './read-definition';
import { navigate, newSequencing } from './navigate';
import { type ActivityReport, report } from './report';
import type { NavigationRequest } from './request';
import type { SequencingState } from './state';
import {
  CONTINUE,
  control,
  element,
  FLOW,
  part,
  rule,
  rules,
  said,
  sequencing,
  START,
  tree,
  walk,
} from '../../../../test/support/given-sequencing';
import { aRandomOrder, aRandomStep } from '../../../../test/support/random-order';

/** Between two steps of a learner; random limits of time lie below and above some of them. */
const APART_MS = 20_000;

describe('whatever a package asks for and whatever a learner does', () => {
  const take = (
    built: ReturnType<typeof sequencingTree>,
    state: SequencingState,
    step: NavigationRequest | ActivityReport,
    at: number,
  ) => ('kind' in step ? navigate(built, state, step, at) : { state: report(built, state, step, at) });

  it('ends, leaves the state before alone, and is the same when it is told again from what was kept', () => {
    fc.assert(
      fc.property(aRandomOrder, fc.array(aRandomStep, { maxLength: 12 }), fc.integer(), (course, steps, seed) => {
        const built = sequencingTree(course);
        let [state, told] = [newSequencing(built, seed), newSequencing(built, seed)];
        for (const [nth, step] of [START, ...steps].entries()) {
          const at = nth * APART_MS;
          const before = JSON.stringify(state);
          const went = take(built, state, step, at);
          expect(JSON.stringify(state)).toBe(before);
          ({ state } = went);
          ({ state: told } = take(
            sequencingTree(course),
            JSON.parse(JSON.stringify(told)) as SequencingState,
            step,
            at,
          ));
          expect(told).toEqual(state);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('opens what may be chosen, and nothing else; never what is barred, and one leaf at a time', () => {
    fc.assert(
      fc.property(aRandomOrder, fc.array(aRandomStep, { maxLength: 8 }), fc.integer(), (course, steps, seed) => {
        const built = sequencingTree(course);
        let state = newSequencing(built, seed);
        for (const [nth, step] of [START, ...steps].entries()) ({ state } = take(built, state, step, nth * APART_MS));
        const at = (steps.length + 1) * APART_MS;
        const active = Object.entries(state.activities).filter(
          ([id, own]) => own.active && !built.activities.get(id)!.children.length,
        );
        expect(active.length).toBeLessThanOrEqual(1);
        const may = available(built, state, at);
        for (const [id, is] of Object.entries(may.choice)) {
          const hasAfterRules = [...built.activities.values()].some(({ post, exit }) => post.length + exit.length > 0);
          const went = navigate(built, state, { kind: 'choice', target: id }, at);
          expect([id, hasAfterRules || (is === true) === (went.delivered !== undefined)]).toEqual([id, true]);
          expect(went.delivered === undefined || built.activities.get(went.delivered)!.isLeaf).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('a hostile package', () => {
  it('with 10,000 parts, 500 rules and circles through global objectives is answered at once', () => {
    const circle = (at: number) =>
      sequencing(
        control({ flow: 'true' }),
        ...(at < 500 ? [rules(rule('pre', 'skip', 'satisfied'), rule('post', 'continue', 'satisfied', true))] : []),
        element(
          'objectives',
          {},
          element(
            'primaryObjective',
            { objectiveid: 'own' },
            element('mapInfo', {
              targetobjectiveid: `g${at % 7}`,
              readsatisfiedstatus: 'false',
              writesatisfiedstatus: 'true',
            }),
            element('mapInfo', { targetobjectiveid: `g${(at + 1) % 7}`, readsatisfiedstatus: 'true' }),
          ),
        ),
      );
    const groups = Array.from({ length: 100 }, (_, group) =>
      part(
        `g${group}`,
        { sequencing: circle(group) },
        ...Array.from({ length: 99 }, (_leaf, at) => part(`g${group}-${at}`, { sequencing: circle(group * 99 + at) })),
      ),
    );
    const { opened } = walk(
      tree(part('root', FLOW, ...groups)),
      START,
      said({ success: 'passed' }),
      CONTINUE,
      CONTINUE,
    );
    expect(opened[0]).toBe('g0-0');
  });
});
