import { foldName } from './name-fold';
import { nameSearch } from './name-search';

const NAMES = [
  'Siân Llŷr Gwŷdd-Ŵyn',
  'Łukasz Żółć-Gąsień',
  "Máire O’Brien-D'Arcy",
  'Amara Whitfield',
  'İpek Işık',
  'Anna van der Berg',
  'Ｊｏ Ｆｕｌｌ',
  'محمد العلي',
  'राम शर्मा',
  'Ян Новак',
];
/** As the SQL does it. */
const finds = (typed: string): string[] => {
  const patterns = nameSearch(typed);
  const holds = (text: string, pattern: string) => text.includes(pattern.replaceAll('%', ''));
  return NAMES.filter((name) => {
    const folded = foldName(name);
    if (patterns === null) return true;
    const [whole, ...words] = patterns;
    return words.every((word) => holds(folded, word)) || holds(folded.replaceAll(' ', ''), whole!);
  });
};

describe('a search for a name', () => {
  it.each([
    ['Sian', 'Siân Llŷr Gwŷdd-Ŵyn'],
    ['Llŷr  Gwŷdd', 'Siân Llŷr Gwŷdd-Ŵyn'],
    ['gwydd wyn', 'Siân Llŷr Gwŷdd-Ŵyn'],
    ['Lukasz', 'Łukasz Żółć-Gąsień'],
    ['zolc', 'Łukasz Żółć-Gąsień'],
    ["O'Brien", "Máire O’Brien-D'Arcy"],
    ['O’Brien', "Máire O’Brien-D'Arcy"],
    ['obrien', "Máire O’Brien-D'Arcy"],
    ['Whitfield, Amara', 'Amara Whitfield'],
    ['Cllr Amara Whitfield MBE', 'Amara Whitfield'],
    ['İpek', 'İpek Işık'],
    ['ipek isik', 'İpek Işık'],
    ['IPEK', 'İpek Işık'],
    ['vanderberg', 'Anna van der Berg'],
    ['jo full', 'Ｊｏ Ｆｕｌｌ'],
    ['محمّد', 'محمد العلي'],
    ['राम', 'राम शर्मा'],
    ['НОВАК', 'Ян Новак'],
  ])('%s finds %s, and nobody else', (typed, name) => expect(finds(typed)).toEqual([name]));

  it('finds nobody when nothing of it can be in a name, and everybody when it is empty', () => {
    expect(['%', '_', '—', '\\', '-'].map((typed) => finds(typed))).toEqual([[], [], [], [], []]);
    expect(['', '  ', undefined].map((typed) => nameSearch(typed))).toEqual([null, null, null]);
  });

  it('tells vowel signs apart where they are the vowels', () => {
    expect(finds('रीम')).toEqual([]);
  });
});
