import { editionRules } from '../activity/edition-rules';
import { sequencingTree } from './read-definition';
import { runTimeOf } from './report';
import {
  CONTINUE,
  control,
  element,
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

/** The first part tells a global objective its raw score, which the second reads, and shares a text with it. */
function anOrder(edition: string) {
  const map = (attributes: Record<string, string>) =>
    element('mapInfo', { targetobjectiveid: 'shared', ...attributes });
  const lists = (plain: Record<string, string>, further: Record<string, string>) =>
    sequencing(
      element('objectives', {}, element('primaryObjective', { objectiveid: 'own' }, map(plain))),
      element('objectives', {}, element('objective', { objectiveid: 'own' }, map(further))),
    );
  const stores = [{ id: 'notes', read: true, write: true }];
  return tree(
    part(
      'root',
      { sequencing: sequencing(control({ flow: 'true' })) },
      part('a', { stores, sequencing: lists({ writesatisfiedstatus: 'true' }, { writerawscore: 'true' }) }),
      part('b', { stores, sequencing: lists({ readsatisfiedstatus: 'true' }, { readrawscore: 'true' }) }),
    ),
    edition,
  );
}

describe('the edition that a package declares', () => {
  const after = (edition: string) => {
    const score = { raw: '7', min: '0', max: '10', scaled: '0.7' };
    const report = said({ success: 'passed', score, data: { notes: 'half' } });
    const walked = walk(anOrder(edition), START, report, CONTINUE);
    const { objectives, stores } = runTimeOf(walked.tree, walked.state, 'b');
    return { raw: objectives[0]!.raw, satisfied: objectives[0]!.satisfied, stores, jump: walked.may().jump['a'] };
  };

  it('lets parts share scores and texts, and content jump, in the fourth only', () => {
    const stores = [{ id: 'notes', value: 'half', read: true, write: true }];
    expect(after('4th')).toEqual({ raw: '7', satisfied: true, stores, jump: true });
    for (const edition of ['2nd', '3rd'])
      expect(after(edition)).toEqual({ raw: undefined, satisfied: true, stores: [], jump: 'NB.2.1-13' });
  });

  it('makes an attempt without a result count as the worse before the fourth', () => {
    const silent = element('deliveryControls', { completionsetbycontent: 'true', objectivesetbycontent: 'true' });
    const module = (edition: string) =>
      tree(
        part(
          'root',
          { sequencing: sequencing(control({ flow: 'true' })) },
          part('a', { sequencing: sequencing(silent) }),
          part('b', { sequencing: sequencing(silent) }),
        ),
        edition,
      );
    const success = (edition: string) =>
      walk(module(edition), START, said(), CONTINUE, said(), { kind: 'exitAll' }).result.success;
    expect(['2nd', '3rd', '4th'].map(success)).toEqual(['failed', 'failed', 'unknown']);
  });

  describe('and objectives that parts share', () => {
    const shared = (attributes: Record<string, string>) =>
      element(
        'objectives',
        {},
        element(
          'primaryObjective',
          { objectiveid: 'own' },
          element('mapInfo', { targetobjectiveid: 'shared', ...attributes }),
        ),
        element('objective', { objectiveid: 'further' }),
      );
    const flow = { sequencing: sequencing(control({ flow: 'true' })) };
    const both = { readsatisfiedstatus: 'true', writesatisfiedstatus: 'true' };
    const silent = element('deliveryControls', { completionsetbycontent: 'true', objectivesetbycontent: 'true' });

    it('go after a part’s own word in the second', () => {
      const reader = sequencing(
        shared({ readsatisfiedstatus: 'true' }),
        silent,
        rules(rule('pre', 'skip', 'satisfied')),
      );
      const opens = (edition: string) =>
        walk(
          tree(part('root', flow, part('a', { sequencing: reader }), part('b'), part('c')), edition),
          START,
          said({ success: 'passed' }),
          CONTINUE,
          PREVIOUS,
        ).opened.at(-1);
      expect(['2nd', '3rd', '4th'].map(opens)).toEqual(['SB.2.1-3', 'a', 'a']);
    });

    it('are told "unknown" in the fourth only', () => {
      const teller = { sequencing: sequencing(shared(both), silent) };
      const told = (edition: string) =>
        walk(
          tree(part('root', flow, part('a', teller), part('b', teller)), edition),
          START,
          said({ success: 'passed' }),
          CONTINUE,
          said({ keepsUnknown: { success: true } }),
          CONTINUE,
        ).state.globals['shared']?.satisfied;
      expect(['2nd', '3rd', '4th'].map(told)).toEqual([true, true, undefined]);
    });

    it('are asked about completion in the fourth only: before it a rule asks about the part', () => {
      const asks = sequencing(shared({}), silent, rules(rule('post', 'exitAll', 'completed', false, 'further')));
      const ends = (edition: string) =>
        walk(
          tree(part('root', flow, part('a', { sequencing: asks }), part('b')), edition),
          START,
          said({ completion: 'completed' }),
          CONTINUE,
        ).opened.at(-1);
      expect(['2nd', '3rd', '4th'].map(ends)).toEqual(['ended', 'ended', 'b']);
    });
  });

  it('is the fourth where nobody says which', () => {
    expect(editionRules(undefined)).toEqual(editionRules('4th'));
    expect(sequencingTree(anOrder('')).rules).toEqual(editionRules('4th'));
  });
});
