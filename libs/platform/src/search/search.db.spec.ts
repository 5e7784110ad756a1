import fc from 'fast-check';
import { cloneDatabase, type TestDatabase } from '../../../../test/support/database';
import { SystemClock } from '../injected/clock';
import { Transactions } from '../database/transactions';
import { askedWords } from './asked-words';
import { Search, type SearchReader } from './search';
import type { Searchable } from './searchable';
import { SearchEntries } from './search-entries';
import { SearchWordsWork } from './search-words.work';

const PUBLIC: SearchReader = { audiences: [], language: 'en' };
const MEMBER: SearchReader = { audiences: ['member'], district: 'north', language: 'en' };
const OFFICER: SearchReader = { audiences: ['officer'], language: 'en' };

let database: TestDatabase;
let entries: SearchEntries;
let search: Search;
beforeAll(async () => {
  database = await cloneDatabase();
  entries = new SearchEntries(new SystemClock());
  search = new Search(database.source);
});
afterAll(() => database?.drop());
beforeEach(async () => {
  await database.source.query('delete from search_entry');
  await database.source.query('delete from search_part');
});

const entry = (given: Partial<Searchable> & { title: string }): Searchable => ({
  kind: 'module',
  subject: given.title,
  language: 'en',
  audiences: ['member', 'tester', 'officer'],
  body: '',
  path: '/modules/one',
  ...given,
});
const given = async (...texts: (Partial<Searchable> & { title: string })[]): Promise<void> => {
  await database.source.transaction((tx) => entries.keepAll(tx, texts.map(entry)));
  await new SearchWordsWork(new Transactions(database.source)).work();
};
const ask = (words: string, reader = MEMBER, more: { kind?: string; page?: number } = {}) =>
  search.find({ words, page: 1, ...more }, reader);
const titles = async (...asked: Parameters<typeof ask>) =>
  (await ask(...asked)).hits.map(({ title }) => title.map(({ text }) => text).join(''));

describe('an entry', () => {
  it('is kept once however often it is written, changed, and forgotten in every language', async () => {
    await given({ title: 'Planning', subject: 'a' });
    await given({ title: 'Planning', subject: 'a' });
    await given({ title: 'Cynllunio', subject: 'a', language: 'cy' }, { title: 'Budgets', subject: 'b' });
    expect(await database.source.query('select count(*)::int from search_entry')).toEqual([{ count: 3 }]);
    await given({ title: 'Planning committees', subject: 'a' });
    expect(await titles('committee')).toEqual(['Planning committees']);
    await database.source.transaction((tx) => entries.forget(tx, 'module', 'a'));
    expect(await titles('planning')).toEqual([]);
    expect(await titles('cynllunio')).toEqual([]);
    expect(await titles('budget')).toEqual(['Budgets']);
  });

  it('is new since the day its publisher says, else since it was first kept', async () => {
    const days = async () =>
      (await database.source.query<{ new_at: Date }[]>('select new_at from search_entry')).map(({ new_at }) => new_at);
    await given({ title: 'Planning', subject: 'a' });
    const first = await days();
    await given({ title: 'Planning anew', subject: 'a' });
    expect(await days()).toEqual(first);
    await given({ title: 'Planning anew', subject: 'a', newAt: new Date('2026-11-01T10:00:00Z') });
    expect(await days()).toEqual([new Date('2026-11-01T10:00:00Z')]);
  });

  it('goes when a repair of its kind does not name it, and those of other kinds stay', async () => {
    await given({ title: 'Gone' }, { title: 'Kept' }, { title: 'Other', kind: 'event' });
    await database.source.transaction((tx) => entries.replace(tx, ['module'], [entry({ title: 'Kept' })]));
    const rows = await database.source.query('select title, words_noted from search_entry order by title');
    expect(rows).toEqual([
      { title: 'Kept', words_noted: true },
      { title: 'Other', words_noted: true },
    ]);
  });

  it('holds whatever text there is', async () => {
    await given({ subject: 'odd', title: 'Odd\0 \uE000marks\uE001 \uD800', body: 'x'.repeat(300_000) });
    expect(await titles('marks')).toEqual([expect.stringContaining('marks')]);
  });
});

describe('a search', () => {
  it('goes by stems, without accents and capitals, and puts titles first', async () => {
    await given(
      { title: 'Ethics', body: 'Declaring an interest at a meeting.' },
      { title: 'Declarations of interests' },
    );
    await given({ title: 'Dŵr a llifogydd', language: 'cy' });
    expect(await titles('DECLARE interest')).toEqual(['Declarations of interests', 'Ethics']);
    expect(await titles('dwr')).toEqual(['Dŵr a llifogydd']);
  });

  it('marks what was found in the text as it is, and leaves the rest alone', async () => {
    await given({ title: 'Polisi <b>dŵr</b>', language: 'cy', body: `${'gair '.repeat(100)}yma mae dŵr & halen` });
    const [hit] = (await ask('dwr')).hits;
    expect(hit!.title).toEqual([
      { text: 'Polisi <b>', found: false },
      { text: 'dŵr', found: true },
      { text: '</b>', found: false },
    ]);
    expect(hit!.excerpt.map(({ text, found }) => (found ? `[${text}]` : text)).join('')).toMatch(
      /^… (gair )+yma mae \[dŵr\] & halen$/,
    );
  });

  it('shows a word wherever it stands in a long text, among the words around it', async () => {
    for (const before of [0, 10, 150, 280, 283, 284, 285, 286, 330, 336, 340, 3_000]) {
      const body = `${'gair '.repeat(before)}y walrws oer${' arall'.repeat(4_000)}`;
      await given({ title: 'Dŵr', subject: String(before), language: 'cy', body });
      const [hit] = (await ask('walrws oer')).hits;
      const shown = hit!.excerpt.map(({ text, found }) => (found ? `[${text}]` : text)).join('');
      const words = before > 12 ? '… (?:gair ){5,12}' : `(?:gair ){${before}}`;
      expect({ before, shown }).toEqual({
        before,
        shown: expect.stringMatching(new RegExp(`^${words}y \\[walrws\\] \\[oer\\](?: arall){20,40} …$`)),
      });
      await database.source.query('delete from search_entry');
    }
  });

  it('finds words in angle brackets and beside a stroke', async () => {
    await given({ title: 'The <code> of conduct' }, { title: 'Briefings/seminars', body: 'a</p><p>b' });
    expect(await titles('code')).toEqual(['The <code> of conduct']);
    expect(await titles('seminar')).toEqual(['Briefings/seminars']);
    expect((await ask('code')).hits[0]!.title.map(({ text, found }) => (found ? `[${text}]` : text)).join('')).toBe(
      'The <[code]> of conduct',
    );
  });

  it('finds an entry of two languages once, in the reader’s', async () => {
    await given({ title: 'Llandeilo', subject: 'a' }, { title: 'Llandeilo cy', subject: 'a', language: 'cy' });
    expect(await titles('Llandeilo')).toEqual(['Llandeilo']);
    expect(await titles('Llandeilo', { ...MEMBER, language: 'cy' })).toEqual(['Llandeilo cy']);
  });

  it('pages, and counts each kind whichever is asked for', async () => {
    await given(...Array.from({ length: 12 }, (_, at) => ({ title: `Budget ${at}` })));
    await given({ title: 'Budget day', kind: 'event' });
    const second = await ask('budget', MEMBER, { page: 2, kind: 'module' });
    expect(second).toMatchObject({
      total: 12,
      kinds: [
        { kind: 'module', count: 12 },
        { kind: 'event', count: 1 },
      ],
    });
    expect(second.hits).toHaveLength(2);
    expect((await ask('budget', MEMBER, { page: 99 })).hits).toEqual([]);
  });

  it('shows what has some of the words when nothing has all', async () => {
    await given({ title: 'Expenses', body: 'How to claim them.' });
    expect(await ask('find my expenses form')).toMatchObject({ someWordsOnly: true, total: 1 });
    expect(await ask('expenses claim')).toMatchObject({ someWordsOnly: false, total: 1 });
  });

  it('guesses what was meant', async () => {
    await given({ title: 'Accreditation of councillors' }, { title: 'Planning' });
    expect((await ask('acreditation')).didYouMean).toBe('accreditation');
    expect((await ask('acreditaton of concillors')).didYouMean).toBe('accreditation of councillors');
    expect((await ask('qqqqq')).didYouMean).toBeUndefined();
    expect((await ask('accreditation')).didYouMean).toBeUndefined();
  });
});

describe('what is not for a reader', () => {
  const everywhere = async (words: string, reader: SearchReader) => {
    const answer = await ask(words, reader);
    return { found: answer.hits.length + answer.total + answer.kinds.length, meant: answer.didYouMean };
  };

  it('is not found, counted, marked or guessed', async () => {
    await given(
      { title: 'Disciplinary', body: 'zebrafish', audiences: ['officer'] },
      { title: 'For members', body: 'quagga', audiences: ['member'] },
      { title: 'For all', body: 'okapi', audiences: ['public'] },
    );
    const nothing = { found: 0, meant: undefined };
    for (const words of [
      'zebrafish',
      'zebrafsh',
      'disciplinary',
      'disciplinry',
      '-okapi zebrafish',
      'zebrafish OR x',
    ]) {
      expect({ words, ...(await everywhere(words, MEMBER)) }).toEqual({ words, ...nothing });
    }
    for (const words of ['quagga', 'quaga']) expect(await everywhere(words, PUBLIC)).toEqual(nothing);
    expect(await titles('okapi', PUBLIC)).toEqual(['For all']);
    expect(await titles('zebrafish', OFFICER)).toEqual(['Disciplinary']);
    expect((await ask('zebrafsh', OFFICER)).didYouMean).toBe('zebrafish');
    // Everything that is not in the text: only what is theirs.
    expect(await titles('-okapi', MEMBER)).toEqual(['For members']);
  });

  it('is what another district says', async () => {
    const text = { title: 'Bins', audiences: ['member', 'officer'] as const };
    await given(
      { ...text, subject: 'n', district: 'north', body: 'walrus' },
      { ...text, subject: 's', district: 'south', body: 'narwhal' },
      { ...text, subject: 'all', body: 'Every district', title: 'Bins everywhere' },
      { title: 'Bins of southern members', audiences: ['member'], district: 'south' },
    );
    expect(await titles('bins')).toEqual(['Bins', 'Bins everywhere']);
    expect(await everywhere('narwhal', MEMBER)).toEqual({ found: 0, meant: undefined });
    expect(await everywhere('narwhl', MEMBER)).toEqual({ found: 0, meant: undefined });
    expect(await titles('bins', { ...MEMBER, district: null })).toEqual(['Bins everywhere']);
    expect(await titles('walrus OR narwhal', OFFICER)).toHaveLength(2);
    expect((await ask('bins', OFFICER)).total).toBe(3);
  });

  it('is a query of the database whatever signs are mixed', async () => {
    const signs = [...Array.from('-"ab .:*&|!()<>/\\\'@é'), ' or ', ' -', '"-', 'http://', '1.5'];
    const mixed = fc.array(fc.constantFrom(...signs), { minLength: 1, maxLength: 200 }).map((parts) => parts.join(''));
    const asked = fc.sample(mixed, 1_000).map((words) => askedWords(words).text);
    const sql = `select websearch_to_tsquery('english', search_folded(q)) from unnest($1::text[]) as q`;
    await expect(database.source.query(sql, [asked])).resolves.toHaveLength(1_000);
  });

  it('takes whatever is typed for words', async () => {
    await given({ title: 'Planning', body: "It's a 'fine' text; drop table" });
    const hostile = [
      `'; drop table search_entry; --`,
      `planning' | !x:* & (`,
      `a & | ! <-> :*A <2>`,
      `\\' \\" "" "( <script>alert(1)</script>`,
      `planning\0\uE000\uE001\uD800`,
      `%_ -- /* $1 $$ ]]>`,
      '"'.repeat(10_000),
      '-'.repeat(10_000),
      '(-x '.repeat(2_500),
      '- '.repeat(100),
      '-"'.repeat(100),
      '-" '.repeat(100),
      '-a-'.repeat(100),
      '-"a" '.repeat(100),
      'or or '.repeat(30),
      'planning '.repeat(2_000),
      'é'.repeat(10_000),
      '\u0301'.repeat(10_000),
      'the',
      ' ',
    ];
    for (const words of hostile) await expect(ask(words)).resolves.toMatchObject({ hits: expect.any(Array) });
    expect(await titles('planning\0\uE000 ')).toEqual(['Planning']);
    expect((await ask('planning '.repeat(2_000))).shortened).toBe(true);
    expect(await database.source.query('select count(*)::int from search_entry')).toEqual([{ count: 1 }]);
  });
});
