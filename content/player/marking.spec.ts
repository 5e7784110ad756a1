import fc from 'fast-check';
import { digitsOf } from './browser/digits';
import { drawQuestions } from './browser/draw';
import { isRight, markObjectives, markTest } from './browser/marking';
import { course, handedIn, question } from './test/small-course';

describe('marking', () => {
  it('takes exactly the right choices, no fewer and no more', () => {
    expect(isRight(question('multiple', 'ac'), 'ac')).toBe(true);
    expect(isRight(question('multiple', 'ac'), 'a')).toBe(false);
    expect(isRight(question('multiple', 'ac'), 'abc')).toBe(false);
    expect(isRight(question('single', 'a'), '')).toBe(false);
  });

  it.each([
    ['28', undefined, '28', true],
    ['28', undefined, '28.5', false],
    ['28', 1, '27', true],
    ['28', 1, '26.9', false],
    ['0.3', 0.1, '0.2', true],
    ['0', undefined, '', false],
    ['28', undefined, '28.0', true],
  ])('a number of %s, %s off at most: %s is %s', (right, tolerance, given, expected) => {
    expect(isRight(question('number', right, tolerance ? { tolerance } : {}), given)).toBe(expected);
  });

  it('never lets anybody pass by rounding', () => {
    const twoOfThree = { ...course, passMark: 67 };
    expect(markTest(twoOfThree, handedIn('a', 'a', 'b'))).toEqual({ right: 2, of: 3, percent: 66, passed: false });
  });

  it('takes a question without an answer as not right', () => {
    expect(markTest(course, handedIn('a', '', ''))).toMatchObject({ right: 1, of: 3, passed: false });
  });

  it('marks each objective that was asked about, and no other', () => {
    expect([...markObjectives(course, handedIn('a', 'a', 'b'))]).toEqual([
      ['greeting', { right: 1, of: 1, percent: 100, passed: true }],
      ['manners', { right: 1, of: 2, percent: 50, passed: false }],
    ]);
  });
});

describe('a number as people write it', () => {
  it.each([
    ['28', '28'],
    [' 1,500 ', '1500'],
    ['£2.50', '2.5'],
    ['£ 25 000', '25000'],
    ['28 days', '28'],
    ['80%', '80'],
    ['.5', '0.5'],
    ['-3', '-3'],
    ['007', '7'],
    ['', ''],
    ['twenty', ''],
    ['1.2.3', ''],
    ['2 to 3', ''],
    ['1e5', ''],
  ])('%j is %j', (written, digits) => expect(digitsOf(written)).toBe(digits));
});

describe('the draw', () => {
  const large = Array.from({ length: 22 }, (_, index) =>
    question('single', 'a', { id: `q${index}`, objective: `o${index % 6}` }),
  );

  it('takes as many as asked for, none twice, and one of every objective', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { minLength: 50, maxLength: 50 }),
        (numbers) => {
          let next = 0;
          const drawn = drawQuestions(large, 10, () => numbers[next++ % numbers.length]!);
          expect(new Set(drawn).size).toBe(10);
          expect(new Set(drawn.map(({ objective }) => objective)).size).toBe(6);
        },
      ),
    );
  });

  it('gives every question its turn', () => {
    const seen = new Set(Array.from({ length: 60 }, () => drawQuestions(large, 10, Math.random)).flat());
    expect(seen.size).toBe(22);
  });
});
