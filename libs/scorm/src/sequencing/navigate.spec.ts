import {
  choose,
  CONTINUE,
  control,
  element,
  FLOW,
  part,
  PREVIOUS,
  rule,
  rules,
  said,
  sequencing,
  START,
  tree,
  walk,
} from '../../../../test/support/given-sequencing';

describe('flow', () => {
  it('goes through the leaves in order, and ends after the last', () => {
    const { opened, result } = walk(
      tree(part('root', FLOW, part('a'), part('b', FLOW, part('b1'), part('b2')), part('c'))),
      START,
      CONTINUE,
      CONTINUE,
      PREVIOUS,
      CONTINUE,
      CONTINUE,
      CONTINUE,
    );
    expect(opened).toEqual(['a', 'b1', 'b2', 'b1', 'b2', 'c', 'ended']);
    expect(result).toMatchObject({ completion: 'completed', success: 'passed' });
  });

  it('opens nothing by itself where flow is off at the root, and lets the learner choose', () => {
    const { opened } = walk(tree(part('root', {}, part('a'), part('b'))), START, choose('b'), CONTINUE);
    expect(opened).toEqual(['SB.2.2-1', 'b', 'NB.2.1-4']);
  });

  it('skips what is to be skipped, in both directions', () => {
    const skipped = { sequencing: sequencing(rules(rule('pre', 'skip', 'always'))) };
    const { opened } = walk(
      tree(part('root', FLOW, part('a'), part('b', skipped), part('c'))),
      START,
      CONTINUE,
      PREVIOUS,
    );
    expect(opened).toEqual(['a', 'c', 'a']);
  });

  it('goes only forward where the group says so, and enters such a group from behind at its beginning', () => {
    const forward = { sequencing: sequencing(control({ flow: 'true', forwardonly: 'true' })) };
    const { opened } = walk(
      tree(part('root', FLOW, part('a', forward, part('a1'), part('a2')), part('b'))),
      START,
      CONTINUE,
      PREVIOUS,
      CONTINUE,
      PREVIOUS,
    );
    expect(opened).toEqual(['a1', 'a2', 'NB.2.1-5', 'b', 'a1']);
  });
});

describe('choice', () => {
  const closed = (id: string, action: string) =>
    part(id, { sequencing: sequencing(rules(rule('pre', action, 'always'))) });

  it('refuses what is hidden, disabled, or behind a stop', () => {
    const { may } = walk(
      tree(
        part(
          'root',
          FLOW,
          part('a'),
          closed('b', 'hiddenFromChoice'),
          closed('c', 'disabled'),
          closed('d', 'stopForwardTraversal'),
          part('e'),
        ),
      ),
      START,
    );
    expect(may().choice).toEqual({
      root: true,
      a: true,
      b: 'SB.2.9-3',
      c: 'DB.1.1-3',
      d: true,
      e: 'SB.2.4-1',
    });
  });

  it('keeps the learner in a group that may not be left, and out of one that opens only by itself', () => {
    const stays = { sequencing: sequencing(control({ flow: 'true', choiceexit: 'false' })) };
    const inner = {
      sequencing: sequencing(
        control({ flow: 'true' }),
        element('constrainedChoiceConsiderations', { preventactivation: 'true' }),
      ),
    };
    const course = tree(
      part('root', FLOW, part('a', stays, part('a1'), part('a2')), part('b', inner, part('b1'), part('b2'))),
    );
    expect(walk(course, START).may().choice).toMatchObject({ a2: true, b: 'NB.2.1-8', b1: 'NB.2.1-8' });
    expect(walk(course, START, CONTINUE, CONTINUE).may().choice).toMatchObject({ b2: true, a1: true });
    const other = tree(part('root', FLOW, part('a'), part('b', inner, part('b1'), part('b2'))));
    expect(walk(other, START).may().choice).toMatchObject({ b: true, b2: 'SB.2.9-6' });
  });

  it('reaches only the next part where choice is constrained', () => {
    const constrained = (id: string) =>
      part(
        id,
        {
          sequencing: sequencing(
            control({ flow: 'true' }),
            element('constrainedChoiceConsiderations', { constrainchoice: 'true' }),
          ),
        },
        part(`${id}1`),
        part(`${id}2`),
      );
    const { may } = walk(
      tree(part('root', FLOW, constrained('a'), constrained('b'), constrained('c'), constrained('d'))),
      START,
      choose('b1'),
    );
    expect(may().choice).toMatchObject({ a2: true, b2: true, c2: true, d1: 'SB.2.9-8' });
  });
});

describe('rules after a part', () => {
  const after = (action: string, condition = 'always') => ({
    sequencing: sequencing(rules(rule('post', action, condition))),
  });

  it('lead on, back, again, or out', () => {
    const [a, b, c] = [part('a'), part('b'), part('c')];
    expect(walk(tree(part('root', FLOW, part('a', after('retry')), b, c)), START, CONTINUE).opened).toEqual(['a', 'a']);
    expect(
      walk(tree(part('root', FLOW, a, part('b', after('previous')), c)), START, CONTINUE, CONTINUE).opened,
    ).toEqual(['a', 'b', 'a']);
    expect(walk(tree(part('root', FLOW, part('a', after('exitAll')), b)), START, CONTINUE).opened).toEqual([
      'a',
      'ended',
    ]);
    expect(walk(tree(part('root', FLOW, a, part('b', after('retryAll')))), START, CONTINUE, CONTINUE).opened).toEqual([
      'a',
      'b',
      'a',
    ]);
  });

  it('hand over to the group that they leave', () => {
    const group = {
      sequencing: sequencing(control({ flow: 'true' }), rules(rule('post', 'continue', 'completed'))),
    };
    const { opened } = walk(
      tree(part('root', FLOW, part('g', group, part('g1', after('exitParent')), part('g2')), part('b'))),
      START,
      { kind: 'exit' },
    );
    // The second part of the group was never opened, so the group is not completed and nothing leads on.
    expect(opened).toEqual(['g1', undefined]);
  });
});

describe('global objectives', () => {
  const map = (id: string, reads: boolean) =>
    element('mapInfo', {
      targetobjectiveid: id,
      readsatisfiedstatus: String(reads),
      writesatisfiedstatus: String(!reads),
    });
  const writer = {
    sequencing: sequencing(
      element('objectives', {}, element('primaryObjective', { objectiveid: 'own' }, map('done', false))),
    ),
  };
  const reader = {
    sequencing: sequencing(
      rules(
        rule('pre', 'disabled', 'satisfied', true, 'before'),
        rule('pre', 'disabled', 'objectiveStatusKnown', true, 'before'),
      ),
      element(
        'objectives',
        {},
        element('primaryObjective'),
        element('objective', { objectiveid: 'before' }, map('done', true)),
      ),
    ),
  };
  const course = tree(part('root', FLOW, part('a', writer), part('b', reader)));

  it('open a part when another was passed', () => {
    expect(walk(course, START, said({ success: 'failed' })).may()).toMatchObject({
      continue: 'SB.2.2-2',
      choice: { b: 'DB.1.1-3' },
    });
    expect(walk(course, START, said({ success: 'passed' })).may()).toMatchObject({
      continue: true,
      choice: { b: true },
    });
  });
});

describe('leaving', () => {
  const course = tree(part('root', FLOW, part('a'), part('b'), part('c')));

  it('puts the attempt away and goes on where it was', () => {
    const { opened, state } = walk(course, START, CONTINUE, { kind: 'suspendAll' }, { kind: 'resumeAll' }, CONTINUE);
    expect(opened).toEqual(['a', 'b', 'ended', 'b', 'c']);
    expect(state.activities['b']).toMatchObject({ attempts: 1 });
  });

  it('ends it for good', () => {
    const { opened, state } = walk(course, START, { kind: 'exitAll' }, START);
    expect(opened).toEqual(['a', 'ended', 'a']);
    expect(state.activities['root']).toMatchObject({ attempts: 2, active: true });
  });
});
