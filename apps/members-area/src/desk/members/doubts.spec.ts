import { doubtsInWords } from './doubts';

it('says of each attempt what makes its completion hard to believe', () => {
  expect(
    doubtsInWords([
      { number: 3, doubts: ['quick', 'more_time_than_passed'] },
      { number: 2, doubts: null },
      { number: 1, doubts: ['quick'] },
    ]),
  ).toEqual([
    'Attempt 3 was completed within ten seconds of being opened.',
    'Attempt 3 reported more learning time than had passed, and was given only what had. When it is so with everybody, it is the module and not the member.',
    'Attempt 1 was completed within ten seconds of being opened.',
  ]);
});

it('says nothing where there is nothing to look at', () => {
  expect(doubtsInWords([{ number: 1, doubts: null }])).toEqual([]);
});
