import { newSequencing, sequencingTree, type Activity, type ActivityTree } from '@induct/scorm';
import { control, element, part, sequencing, tree } from '../../../../test/support/given-sequencing';
import { Sequencer } from './sequencer';

const HOUR = 3_600_000;
const begin = (given: ActivityTree, now?: () => number, at = 0) => {
  let number = 0;
  const start = { tree: given, state: newSequencing(sequencingTree(given), 1), at };
  const sequencer = new Sequencer(start, () => ++number, now);
  sequencer.begin();
  return sequencer;
};
const cmi = { completion_status: 'completed', success_status: 'passed' };

describe('the buttons that a package hides', () => {
  const hidden = (hideLmsUi: string[], mode: Record<string, string> = {}, ...more: Activity[]) =>
    begin(
      tree(
        part(
          'root',
          { sequencing: sequencing(control({ flow: 'true', ...mode })) },
          part('a', { hideLmsUi }),
          part('b'),
          ...more,
        ),
      ),
    ).hiddenButtons();

  it('are those that we have, whichever edition names them', () => {
    expect(hidden([])).toEqual([]);
    expect(hidden(['previous', 'continue'])).toEqual(['previous', 'continue']);
    expect(hidden(['exitAll', 'suspendAll'])).toEqual(['exit-all', 'suspend-all']);
    expect(hidden(['exit', 'abandon', 'abandonAll', 'somethingElse'])).toEqual([]);
  });

  it('are also those that lead nowhere in its group', () => {
    expect(hidden([], { forwardonly: 'true' })).toEqual(['previous']);
    expect(hidden([], { flow: 'false' })).toEqual(['continue', 'previous']);
  });
});

describe('a limit of time', () => {
  const order = (limits: Record<string, string>) =>
    tree(
      part(
        'root',
        { sequencing: sequencing(control({ flow: 'true', choice: 'true' })) },
        part('a', { sequencing: sequencing(element('limitConditions', limits)) }),
        part('b'),
      ),
    );

  it('goes by the time of the steps, from the one that began the page', () => {
    let now = 5 * HOUR;
    const sequencer = begin(order({ attemptexperienceddurationlimit: 'PT1H' }), () => now, now);
    now += HOUR;
    sequencer.ask({ kind: 'continue' }, { run: 1, cmi, data: {} });
    expect(sequencer.closed(undefined)('a')).toEqual({ kind: 'duration' });
    expect(sequencer.available(undefined).choice).toMatchObject({ a: 'DB.1.1-3', b: true });
  });

  it('goes by the clock of the server, whatever this device says', () => {
    const hoursAgo = Date.now() - 10 * HOUR;
    const closes = new Date(hoursAgo + HOUR).toISOString();
    const before = begin(order({ endtimelimit: closes }), undefined, hoursAgo);
    expect([before.open, Math.round((before.now() - hoursAgo) / HOUR)]).toEqual(['a', 0]);
    const now = begin(order({ endtimelimit: closes }), undefined, hoursAgo + 2 * HOUR);
    expect([now.open, now.closed(undefined)('a')]).toEqual([undefined, { kind: 'end', at: hoursAgo + HOUR }]);
  });
});
