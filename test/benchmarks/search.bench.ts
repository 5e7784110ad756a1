import {
  openDatabase,
  Search,
  type SearchAnswer,
  SearchEntries,
  type SearchReader,
  SearchWordsWork,
  SystemClock,
  Transactions,
} from '@induct/platform';
import { Client } from 'pg';
import { allTables } from '../support/tables';
import type { Trial } from '../support/trial';
import { type Figure, percentiles } from './figure';
import { figure, timed } from './visits';

const ENTRIES = 20_000;
const WORDS_EACH = 200;
const VOCABULARY = 8_000;
const TIMES = 60;
const GOAL_MS = 40;
/** Half of the entries have it. */
const HALFWAY = 'halfway';

const MEMBER: SearchReader = { audiences: ['member'], district: 'district 3', language: 'en' };

/** A word of letters for a number, pronounceable: `bacedi`. */
const wordOf = (nth: number): string =>
  Array.from({ length: 4 }, (_, at) => {
    const part = Math.floor(nth / 17 ** at) % 17;
    return `${'bcdfghjklmnprstvz'[part]}${'aeiou'[(part + at + nth) % 5]}`;
  }).join('');

/** Numbers from 0 to 1, the same at every run (mulberry32). */
function* dice(): Generator<number, never> {
  let seed = 1;
  for (;;) {
    seed = (seed + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    yield ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
}

/** Few words are everywhere and most are rare, as in any language. */
function* textsOf(): Generator<string, never> {
  const numbers = dice();
  for (;;)
    yield Array.from({ length: WORDS_EACH }, () => wordOf(Math.floor(VOCABULARY * numbers.next().value ** 3))).join(
      ' ',
    );
}

/** The least that finds ten entries by their rank, whoever may read them: neither counted nor marked. */
const FLOOR_SQL = `
  select kind, subject, title from search_entry where words @@ websearch_to_tsquery('english', $1)
   order by ts_rank(words, websearch_to_tsquery('english', $1)) desc limit 10`;

/** 20,000 entries of 200 words, of which a member may find half: at the service, as the page asks it. */
export async function searchBench(trial: Trial): Promise<Record<string, Figure>> {
  const database = await trial.freshDatabase();
  const source = await openDatabase(database.url, allTables);
  const bare = new Client({ connectionString: database.url });
  await bare.connect();
  try {
    const transactions = new Transactions(source);
    const entries = new SearchEntries(new SystemClock());
    const texts = textsOf();
    const all = Array.from({ length: ENTRIES }, (_, nth) => ({
      kind: ['handbook', 'library', 'module', 'event'][nth % 4]!,
      subject: String(nth),
      language: 'en' as const,
      audiences: nth % 2 === 0 ? (['member'] as const) : (['officer'] as const),
      district: nth % 5 === 0 ? `district ${nth % 12}` : null,
      title: `${wordOf(nth % VOCABULARY)} ${wordOf((nth * 7) % VOCABULARY)}`,
      body: `${nth % 4 < 2 ? `${HALFWAY} ` : ''}${texts.next().value}`,
      path: `/handbook/${nth}`,
      newAt: new Date(Date.UTC(2026, 0, 1) + ((nth * 7_919) % ENTRIES) * 60_000),
    }));
    await transactions.run((tx) => entries.keepAll(tx, all));
    await new SearchWordsWork(transactions).work();
    await database.asOwner('vacuum analyze');
    const search = new Search(source);
    const floorOf = async (words: string) =>
      percentiles(
        await timed(
          TIMES,
          async () => JSON.stringify((await bare.query({ text: FLOOR_SQL, values: [words] })).rows).length,
        ),
      ).p50 / 1000;
    const figures: Record<string, Figure> = {};
    const measure = async (name: string, words: string, page: number, finds: (answer: SearchAnswer) => boolean) => {
      const answer = await search.find({ words, page }, MEMBER);
      if (!finds(answer))
        throw new Error(`${name}: “${words}” finds ${answer.total}, and ${answer.didYouMean} was meant`);
      trial.say(`${name}: ${answer.total}`);
      const ask = async () => JSON.stringify(await search.find({ words, page }, MEMBER)).length;
      figures[name] = figure(await timed(TIMES, ask), await floorOf(answer.didYouMean ?? words), GOAL_MS);
    };
    const rare = wordOf(VOCABULARY - 100);
    const [often, common] = [wordOf(40), wordOf(400)];
    const has = (from: number, to: number) => (answer: SearchAnswer) => answer.total >= from && answer.total < to;
    await measure('a rare word', rare, 1, has(10, 200));
    await measure('two words', `${often} ${common}`, 1, has(10, 2_000));
    await measure('a common word', common, 1, has(200, 5_000));
    await measure('a word of half of them', HALFWAY, 1, has(4_000, 10_000));
    await measure('a later page', HALFWAY, 50, has(4_000, 10_000));
    await measure('a page that nobody reads', HALFWAY, 400, has(4_000, 10_000));
    await measure(
      'a typing error',
      `${rare.slice(0, 3)}${rare.slice(4)}q`,
      1,
      (answer) => answer.didYouMean !== undefined,
    );
    await measure('a word that is nowhere', 'xyzzywug', 1, (answer) => answer.total === 0 && !answer.didYouMean);
    return figures;
  } finally {
    await bare.end();
    await source.destroy();
    await database.drop();
  }
}
