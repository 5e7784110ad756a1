import fc from 'fast-check';
import { cloneDatabase, type TestDatabase } from '../../../../test/support/database';
import { Transactions } from '../database/transactions';
import { SystemClock } from '../injected/clock';
import { RANKED } from './found.sql';
import { Search, SEARCH_PAGE, type SearchReader } from './search';
import { SearchEntries } from './search-entries';
import { SearchWordsWork } from './search-words.work';
import type { Searchable, SearchAudience } from './searchable';
import { welshForms } from './welsh-mutations';

/** Words whose stem in English they are themselves. */
const WORDS = ['walrus', 'okapi', 'quagga', 'lynx', 'cath', 'gath', 'dafad', 'tafad', 'wallaroo', 'wallaby'];
const AUDIENCES: SearchAudience[] = ['public', 'stranger', 'signed-in', 'member', 'officer'];

let database: TestDatabase;
let entries: SearchEntries;
let search: Search;
beforeAll(async () => {
  database = await cloneDatabase();
  entries = new SearchEntries(new SystemClock());
  search = new Search(database.source);
});
afterAll(() => database?.drop());

const given = async (all: readonly Searchable[]) => {
  await database.source.query('delete from search_entry');
  await database.source.query('delete from search_part');
  await database.source.transaction((tx) => entries.keepAll(tx, all));
  await new SearchWordsWork(new Transactions(database.source)).work();
};

const text = (maxLength: number) =>
  fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength }).map((all) => all.join(' '));
const someOf = (minLength: number) => fc.uniqueArray(fc.constantFrom(...AUDIENCES), { minLength, maxLength: 3 });
const district = fc.constantFrom(null, null, 'north', 'south');
const language = fc.constantFrom('en' as const, 'cy' as const);
const anEntry: fc.Arbitrary<Searchable> = fc.record({
  kind: fc.constantFrom('module', 'event'),
  subject: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'),
  language,
  audiences: someOf(1),
  district,
  title: text(2),
  body: text(5),
  path: fc.constant('/modules'),
  newAt: fc.integer({ min: 0, max: 3 }).map((day) => new Date(day * 86_400_000)),
});
const keyOf = ({ kind, subject, language: of }: Pick<Searchable, 'kind' | 'subject' | 'language'>) =>
  `${kind} ${subject} ${of}`;
const aCouncil = fc.uniqueArray(anEntry, { selector: keyOf, minLength: 5, maxLength: 40 });
const aReader: fc.Arbitrary<SearchReader> = fc.record({ audiences: someOf(0), district, language });

/** As anybody would do it who had all entries before them. */
const readable = (all: readonly Searchable[], { audiences, district: own = null }: SearchReader) => {
  const of = ['public', ...audiences];
  return all.filter(
    (one) =>
      one.audiences.some((audience) => of.includes(audience)) &&
      (!one.district || one.district === own || (of.includes('officer') && one.audiences.includes('officer'))),
  );
};
const holds = (one: Searchable, words: readonly string[]) => {
  const said = new Set(`${one.title} ${one.body}`.split(' '));
  return words.every((word) => (one.language === 'cy' ? welshForms(word) : [word]).some((form) => said.has(form)));
};
const once = (all: readonly Searchable[], reader: SearchReader) => {
  const keys = new Set(all.map(keyOf));
  return all.filter(
    (one) => one.language === reader.language || !keys.has(keyOf({ ...one, language: reader.language })),
  );
};

const allPages = async (words: string, reader: SearchReader, kind?: string) => {
  const first = await search.find({ words, page: 1, ...(kind && { kind }) }, reader);
  const hits = [...first.hits];
  for (let page = 2; hits.length < first.total; page += 1) {
    const next = await search.find({ words, page, ...(kind && { kind }) }, reader);
    if (next.hits.length === 0) break;
    hits.push(...next.hits);
  }
  return { first, keys: hits.map(keyOf) };
};

it('finds what stands in whatever a reader may read, once, on one page each, and counts it by kind', async () => {
  for (const all of fc.sample(aCouncil, 10)) {
    await given(all);
    const questions = fc.sample(
      fc.tuple(aReader, fc.uniqueArray(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 2 })),
      6,
    );
    for (const [reader, words] of questions) {
      const expected = once(
        readable(all, reader).filter((one) => holds(one, words)),
        reader,
      );
      const { first, keys } = await allPages(words.join(' '), reader);
      const events = await allPages(words.join(' '), reader, 'event');
      const ofKind = (kind: string) => expected.filter((one) => one.kind === kind);
      const found = first.someWordsOnly
        ? { keys: [], events: [], kinds: [] }
        : { keys, events: events.keys, kinds: first.kinds };
      expect({
        reader,
        words,
        keys: found.keys.toSorted(),
        events: found.events.toSorted(),
        kinds: Object.fromEntries(found.kinds.map(({ kind, count }) => [kind, count])),
      }).toEqual({
        reader,
        words,
        keys: expected.map(keyOf).toSorted(),
        events: ofKind('event').map(keyOf).toSorted(),
        kinds: Object.fromEntries(
          ['module', 'event'].flatMap((kind) => (ofKind(kind).length > 0 ? [[kind, ofKind(kind).length]] : [])),
        ),
      });
    }
  }
});

/** Likeness as the decision page says it: three letters in a row, and two blanks before the word. */
const partsOf = (word: string) =>
  new Set(Array.from({ length: word.length + 1 }, (_, at) => `  ${word} `.slice(at, at + 3)));
const likeness = (a: string, b: string) => {
  const [one, other] = [partsOf(a), partsOf(b)];
  const same = [...one].filter((part) => other.has(part)).length;
  return same / (a.length + b.length + 2 - same);
};

it('guesses the likest word with which a reader finds something', async () => {
  const mistyped = ['walus', 'okpai', 'wallarou', 'walaby', 'lynnx', 'qagga', 'daffad', 'zzz'];
  for (const all of fc.sample(aCouncil, 10)) {
    await given(all);
    for (const reader of fc.sample(aReader, 2)) {
      const found = new Set(readable(all, reader).flatMap(({ title, body }) => `${title} ${body}`.split(' ')));
      for (const typed of mistyped) {
        const known = WORDS.filter((word) => all.some((one) => holds({ ...one, language: 'en' }, [word])));
        const [likest] = known
          .filter(
            (word) => likeness(word, typed) >= 0.3 && Math.abs(word.length - typed.length) <= 4 && found.has(word),
          )
          .toSorted((a, b) => likeness(b, typed) - likeness(a, typed) || (a < b ? -1 : 1));
        const { didYouMean } = await search.find({ words: typed, page: 1 }, reader);
        expect({ typed, didYouMean }).toEqual({ typed, didYouMean: likest });
      }
    }
  }
});

it('guesses among many words that are alike, the ten likest of which are tried', async () => {
  const aWord = fc
    .array(fc.constantFrom('a', 'l', 'u', 'w', 'o', 'k', 'p'), { minLength: 5, maxLength: 7 })
    .map((letters) => letters.join(''));
  const [open = [], closed = []] = fc.sample(fc.uniqueArray(aWord, { minLength: 40, maxLength: 60 }), 2);
  const entry = { kind: 'module', language: 'en' as const, title: 'Words', path: '/modules' };
  await given([
    { ...entry, subject: 'open', audiences: ['public'], body: open.join(' ') },
    { ...entry, subject: 'closed', audiences: ['officer'], body: closed.join(' ') },
  ]);
  const known = [...new Set(['words', ...open, ...closed])];
  for (const typed of fc.sample(aWord, 60).filter((word) => !known.includes(word))) {
    const [likest] = known
      .toSorted((a, b) => likeness(b, typed) - likeness(a, typed) || (a < b ? -1 : 1))
      .slice(0, 10)
      .filter((word) => likeness(word, typed) >= 0.3 && (word === 'words' || open.includes(word)));
    const { didYouMean } = await search.find({ words: typed, page: 1 }, { audiences: [], language: 'en' });
    expect({ typed, didYouMean }).toEqual({ typed, didYouMean: likest });
  }
});

it('has the same order on every page when more is found than is put in order, and finds titles first', async () => {
  const many = Array.from({ length: RANKED + 25 }, (_, nth) => ({
    kind: 'module',
    subject: String(nth),
    language: 'en' as const,
    audiences: ['public' as const],
    title: nth % 50 === 0 ? `Walrus ${nth}` : `Okapi ${nth}`,
    body: `walrus ${'walrus '.repeat(nth % 3)}`,
    path: '/modules',
    newAt: new Date(nth * 1000),
  }));
  await given(many);
  const { first, keys } = await allPages('walrus', { audiences: [], language: 'en' });
  expect([first.total, keys.length, new Set(keys).size]).toEqual([RANKED + 25, RANKED + 25, RANKED + 25]);
  expect(keys.slice(0, 11).map((key) => Number(key.split(' ')[1]) % 50)).toEqual(Array.from({ length: 11 }, () => 0));
  // What is old and not in its title comes after all that is put in order, the newest first.
  const last = keys.slice(RANKED).map((key) => Number(key.split(' ')[1]));
  expect(last).toEqual(last.toSorted((a, b) => b - a));
  expect(Math.max(...last)).toBeLessThan(40);
  expect(SEARCH_PAGE).toBe(10);
});
