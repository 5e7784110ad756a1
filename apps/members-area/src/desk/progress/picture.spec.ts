import { bar } from './picture';

const fills = ['green', 'blue', 'grey'];

describe('bar', () => {
  it('is as long as its counts, with a gap between two', () => {
    expect(bar('Code of conduct', [20, 0, 60], fills, '/x')).toEqual({
      label: 'Code of conduct',
      href: '/x',
      cells: ['20', '0', '60'],
      pieces: [
        { x: 0, width: 24.6, fill: 'green' },
        { x: 25, width: 74.6, fill: 'grey' },
      ],
    });
  });

  it('draws nothing when there is nobody', () => {
    expect(bar('Empty', [0, 0, 0], fills).pieces).toEqual([]);
  });

  it('draws nothing when a figure is withheld: the length would tell it', () => {
    const { cells, pieces } = bar('Small group', [undefined, undefined, 40], fills);
    expect(cells).toEqual(['withheld', 'withheld', '40']);
    expect(pieces).toEqual([]);
  });
});
