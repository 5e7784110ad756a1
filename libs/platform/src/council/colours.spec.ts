import fc from 'fast-check';
import { contrast, mixed, ON_THE_BAR, ON_THE_PAGE, tooFaint } from './colours';

const options = process.env.SEED === undefined ? {} : { seed: Number(process.env.SEED) };
const colours = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);

// As contrast checkers say of these well-known ones.
it.each([
  ['#000000', '#ffffff', 21],
  ['#777777', '#ffffff', 4.47],
  ['#767676', '#ffffff', 4.54],
  ['#0000ff', '#ffffff', 8.59],
  ['#ffcc00', '#ffffff', 1.5],
  ['#ff0000', '#ffffff', 3.99],
])('measures %s on %s', (one, other, ratio) => {
  expect(contrast(one, other)).toBeCloseTo(ratio, 1);
  expect(contrast(other, one)).toBe(contrast(one, other));
});

it('takes what can be read, and says of the rest what cannot', () => {
  expect(tooFaint('#0b4f5c', ON_THE_BAR)).toBeUndefined();
  expect(tooFaint('#767676', ON_THE_BAR)).toBeUndefined();
  expect(tooFaint('#777777', ON_THE_BAR)?.says).toBe(
    'White text on the bar has a contrast of 4.4 to 1, and 4.5 is needed',
  );
  expect(tooFaint('#767676', ON_THE_PAGE)?.says).toBe(
    'A link at the foot of a page has a contrast of 3.8 to 1, and 4.5 is needed',
  );
});

it('offers the nearest that can be read, and no darker one', () => {
  fc.assert(
    fc.property(colours, fc.constantFrom(ON_THE_BAR, ON_THE_PAGE), (colour, pairs) => {
      const wrong = tooFaint(colour, pairs);
      if (!wrong) return;
      expect(tooFaint(wrong.nearest, pairs)).toBeUndefined();
      // A little of the way back, and it is too faint again.
      const lighter = mixed(wrong.nearest, colour, 0.03);
      const isLighter = contrast(lighter, '#ffffff') < contrast(wrong.nearest, '#ffffff') - 0.15;
      expect(isLighter && tooFaint(lighter, pairs) === undefined).toBe(false);
    }),
    options,
  );
});
