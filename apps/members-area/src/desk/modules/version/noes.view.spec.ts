import { noesView } from './noes.view';
import type { RoundOfVersion } from './version.queries';

const round = (noes: RoundOfVersion['noes']) => ({ round: { noes } as RoundOfVersion });

it('says line by line who answered no, and whether they signed off all the same', () => {
  const text = 'It works on a tablet';
  expect(
    noesView(
      round([
        { text, name: 'Ann Baker', decision: 'signed_off', note: 'The menu is cut off' },
        { text, name: '', decision: 'refused', note: '' },
        { text: 'The questions are fair', name: 'Ben Osei', decision: 'refused', note: 'Question 3' },
      ]),
    ),
  ).toEqual([
    {
      text,
      said: [
        'No from Ann Baker, who signed it off all the same: The menu is cut off',
        'No from somebody who has left, who refused',
      ],
    },
    { text: 'The questions are fair', said: ['No from Ben Osei, who refused: Question 3'] },
  ]);
  expect(noesView({ round: null })).toEqual([]);
});
