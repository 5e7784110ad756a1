import { withoutBidiControls } from './bidi';
import { facesFor, unprintable } from './printable';
import { draws, SERIF, usualFaces } from './typefaces';

const files = (text: string) => facesFor(text).map(({ path }) => path.replace(/^.*\/|\.woff2$/g, ''));

describe('what certificates can print', () => {
  it.each([
    'Siân Rees-Pritchard',
    'Gwenllïan Ŵŷn o’r Bont-faen',
    'Łukasz Żółć, Đặng Nguyễn Văn Bình',
    'Ẹ̀kọ́ Ṣadé',
    'Ελένη Παπαδοπούλου',
    'Олександр Їжак',
    'محمد عبد الله',
    'Fatima محمد Khan',
    'علی رضا گلزار پژمان ٹیپو',
    'יִצְחָק כהן',
    'अनिता शर्मा',
    'श्रीकृष्ण क्षत्रिय',
    '王小明',
    '陳大文 Chan Tai Man',
    'Zoe\u0301 Bronte\u0308',
  ])('has letters for %s', (name) => expect(unprintable(name)).toEqual([]));

  it.each([
    ['김민수', ['김', '민', '수']],
    ['สมชาย', ['ส', 'ม', 'ช', 'า', 'ย']],
    ['Ann 🌹 Lee 🌹', ['🌹']],
    ['ፀሐይ', ['ፀ', 'ሐ', 'ይ']],
  ])('has none for some of %s, and says which', (name, missing) => expect(unprintable(name)).toEqual(missing));

  it('takes a letter and its marks from one face, or not at all', () => {
    // Both letter and mark are somewhere, and nowhere together.
    expect(unprintable('m')).toEqual([]);
    expect(unprintable('Ạ\u0301')).toEqual([]);
    expect(unprintable('Am\u0302y')).toEqual(['m\u0302']);
  });

  it('needs nothing more for the names of most, and no more than the alphabet for others', () => {
    expect(files('Siân Rees-Pritchard')).toEqual([]);
    expect(files('محمد')).toEqual(['noto-naskh-arabic-arabic-400-normal', 'noto-naskh-arabic-arabic-600-normal']);
    expect(files('अनिता')).toHaveLength(2);
    expect(new Set(files('王小明')).size).toBeLessThanOrEqual(3);
  });

  it('is right about the letters that it does not look up', () => {
    const faces = usualFaces().filter(({ family, weight }) => family === SERIF && weight === '600');
    const letters = Array.from({ length: 0x180 - 0xa1 }, (_, at) => String.fromCodePoint(0xa1 + at));
    const missing = letters.filter(
      (letter) => /\p{L}/u.test(letter) && !faces.some((face) => draws(face, letter.codePointAt(0)!)),
    );
    expect(missing.join('')).toBe('ĬĭĲĳŦŧ');
    expect(unprintable(letters.filter((letter) => /\p{L}/u.test(letter)).join(' '))).toEqual(Array.from('ĬĭĲĳŦŧ'));
  });
});

it('takes out the characters that turn a text round, and leaves those that join letters', () => {
  expect(withoutBidiControls('\u202eevil\u202c \u2067محمد\u2069\u200f\u061c')).toBe('evil محمد');
  expect(withoutBidiControls('می\u200cخواهم क्\u200dष')).toBe('می\u200cخواهم क्\u200dष');
});
