import type { HalfWay } from '@induct/progress';
import { ChooseForm, NothingToChoose } from './choose.form';
import { chooseView } from './choose.view';

const halfWay: HalfWay = {
  begun: {
    version: 1,
    startedAt: new Date('2026-11-20T09:00:00Z'),
    recordedAt: new Date('2026-11-21T10:05:00Z'),
    progress: 0.459,
  },
  renewed: { version: 2, publishedAt: new Date('2026-11-22T14:32:00Z'), changeNote: 'New rules on gifts.' },
  chosen: undefined,
  isRetake: false,
};
const hints = (given: HalfWay) => chooseView(given).items.map(({ hint }) => hint.text);

describe('the choice of somebody who is half-way', () => {
  it('says what happened, and what each way means', () => {
    expect(chooseView(halfWay).renewed).toBe(
      'Version 2 was published on 22 November 2026. You began version 1 on 20 November 2026.',
    );
    expect(hints(halfWay)).toEqual([
      'You go on where you were, 45% done: last saved 10:05 on 21 November 2026. When you finish it, you have completed the module. You do not see what is new.',
      'You begin at the beginning. What you did in version 1 stays on record, but you cannot go on with it.',
    ]);
  });

  it('says that a retake is met by either', () => {
    expect(hints({ ...halfWay, isRetake: true })[0]).toContain('It counts as your retake.');
  });

  it('has to be made', () => {
    expect(ChooseForm.safeParse({}).error?.issues[0]?.message).toBe('Select how you want to go on');
    expect(ChooseForm.safeParse({ choice: 'neither' }).success).toBe(false);
  });

  it('is left out, whatever was sent, when there is nothing to choose any more', () => {
    for (const sent of [{}, { choice: 'neither' }, { choice: ['finish_old', 'start_again'] }])
      expect(NothingToChoose.parse(sent)).toEqual({});
    expect(NothingToChoose.parse({ choice: 'finish_old' })).toEqual({ choice: 'finish_old' });
  });
});
