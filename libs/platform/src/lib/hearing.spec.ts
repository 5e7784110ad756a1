import { unheard } from './hearing';
import { lib } from './lib';

class Withdrawn {}
class Withdrawing {}
class Letters {}
class LettersModule {}
class Reminders {}

const below = lib({ name: 'below', announces: [{ event: Withdrawn, by: [Withdrawing] }] });
const above = lib({ name: 'above', module: LettersModule, listens: [{ event: Withdrawn, by: Letters }] });
const alsoAbove = lib({ name: 'also-above', listens: [{ event: Withdrawn, by: Reminders }] });

const process = (services: readonly unknown[], subscribers = 1) => ({
  has: (service: unknown) => services.includes(service),
  subscribers: () => subscribers,
});

describe('what would go unheard in a process', () => {
  it('is nothing when whoever listens is there and has subscribed', () => {
    expect(unheard([below, above], process([Withdrawing, Letters]))).toEqual([]);
  });

  it('is what a lib announces whose hearer was left out, and names the module that lacks it', () => {
    expect(unheard([below, above], process([Withdrawing], 0))).toEqual([
      'below announces Withdrawn: Letters of above has to hear it and is not in this process. Put it among the providers of LettersModule.',
    ]);
  });

  it('names only the one that is missing', () => {
    expect(unheard([below, above, alsoAbove], process([Withdrawing, Letters]))).toEqual([
      'below announces Withdrawn: Reminders of also-above has to hear it and is not in this process. ' +
        'Make a module that provides Reminders, and name it in the descriptor of also-above.',
    ]);
  });

  it('is nothing where nobody can announce it', () => {
    expect(unheard([below, above], process([], 0))).toEqual([]);
  });

  it('is an event that no lib listens to', () => {
    expect(unheard([below], process([Withdrawing]))).toEqual([
      'below announces Withdrawn: no lib listens to it. Let one hear it, or announce it no more.',
    ]);
  });

  it('is an event to which somebody who says that they listen has not subscribed', () => {
    expect(unheard([below, above], process([Withdrawing, Letters], 0))).toEqual([
      'below announces Withdrawn: 1 say that they listen (Letters), 0 do.',
    ]);
  });
});
