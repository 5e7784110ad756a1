import { partsSeen } from './round.words';

describe('how much somebody has seen', () => {
  it.each([
    [0, 1, 'not opened'],
    [1, 1, 'its one part opened'],
    [2, 18, '2 of 18 parts opened'],
    [30, 18, '18 of 18 parts opened'],
  ])('%s of %s', (opened, parts, words) => expect(partsSeen(opened, parts)).toBe(words));
});
