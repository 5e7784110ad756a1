import {
  openDatabase,
  Search,
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

const MEMBER: SearchReader = { audiences: ['member'], district: 'district 3', language: 'en' };

/** A word of letters for a number, pronounceable: `bacedi`. */
const wordOf = (nth: number): string =>
  Array.from({ length: 4 }, (_, at) => {
    const part = Math.floor(nth / 17 ** at) % 17;
    return `${'bcdfghjklmnprstvz'[part]}${'aeiou'[(part + at + nth) % 5]}`;
  }).join('');

/** Few words are everywhere and most are rare, as in any language; the same at every run. */
function* textsOf(): Generator<string, never> {
  let seed = 1;
  for (;;) {
    yield Array.from({ length: WORDS_EACH }, () => {
      seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
      return wordOf(Math.floor(VOCABULARY * (seed / 2 ** 31) ** 3));
    }).join(' ');
  }
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
      body: `${nth % 4 < 2 ? 'halfway ' : ''}${texts.next().value}`,
      path: `/handbook/${nth}`,
    }));
    await transactions.run((tx) => entries.keepAll(tx, all));
    await new SearchWordsWork(transactions).work();
    await database.asOwner('vacuum analyze');
    const search = new Search(source);
    const ask = async (words: string, page = 1) => JSON.stringify(await search.find({ words, page }, MEMBER)).length;
    const floorOf = async (words: string) =>
      percentiles(
        await timed(
          TIMES,
          async () => JSON.stringify((await bare.query({ text: FLOOR_SQL, values: [words] })).rows).length,
        ),
      ).p50 / 1000;
    const rare = wordOf(VOCABULARY - 100);
    const [often, common] = [wordOf(40), wordOf(400)];
    const figures: Record<string, Figure> = {};
    for (const [name, words, page] of [
      ['a rare word', rare, 1],
      ['two words', `${often} ${common}`, 1],
      ['a common word', common, 1],
      ['a word of half of them', 'halfway', 1],
      ['a later page', 'halfway', 50],
    ] as const)
      figures[name] = figure(await timed(TIMES, () => ask(words, page)), await floorOf(words), GOAL_MS);
    figures['a typing error'] = figure(
      await timed(TIMES, () => ask(`${rare.slice(0, 3)}${rare.slice(4)}q`)),
      await floorOf(rare),
      GOAL_MS,
    );
    return figures;
  } finally {
    await bare.end();
    await source.destroy();
    await database.drop();
  }
}
