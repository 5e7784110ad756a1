import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { readWordFile, Transactions, wordFilePath } from '@induct/platform';
import { SignIns } from '@induct/sign-in';
import { readFileSync } from 'node:fs';
import type { DataSource } from 'typeorm';
import { findRooms, sitePlan } from '../../apps/members-area/src';
import { saidOnPage } from './languages-of-page';
import { speakAs } from './speaking';

const OTHERS = 'àƀçđéƒğħíĵķĺɱñøþɋŕšţúṽŵẋýž';
const IN_WELSH = new RegExp(`[${OTHERS}]{2}`);
const { words } = readWordFile(readFileSync(wordFilePath('cy'), 'utf8'));

/** Whatever has Welsh is said in letters of its own, so that one sees where it stands; what has none, or is meant for whoever reads English, stays as it is. */
export const speakInOtherLetters = (): void =>
  speakAs((english) =>
    words[english] === undefined || words[english] === english
      ? words[english]
      : english.replaceAll(/[a-z]/gi, (letter) => OTHERS[letter.toLowerCase().charCodeAt(0) - 97]!),
  );

/** Of pages that are alike so many are read, by whichever reader. */
const OF_A_KIND = 2;

/** What `Intl` says in Welsh, what is a name or an address in every language, and certificates, which have a list of words of their own; what was searched for. */
const NO_LANGUAGE = new RegExp(
  [
    String.raw`\b(?:Ionawr|Chwefror|Mawrth|Ebrill|Mai|Mehefin|Gorffennaf|Awst|Medi|Hydref|Tachwedd|Rhagfyr)\b`,
    String.raw`\bDydd (?:Llun|Mawrth|Mercher|Iau|Gwener|Sadwrn|Sul)\b|\d+(?:af|il|ydd|ed|fed|eg|ain)\b`,
    String.raw`\b(?:CSV|JSON|PDF|Word|KB|MB)\b|\d[ap]m\b|\S+@\S+|https?:\S+|\binduct(?:-\w+)?\b|\bNMC-[\w-]+`,
    String.raw`\b\d+ (?:awr|munud)\b|, gan gyfrif o |Heb ei gofnodi|Ardal Aelodau|Gwasanaethau Democrataidd|(?:Cyngor Sir )?Northmoor|“[a-z]+”`,
  ].join('|'),
  'g',
);

/** What somebody has typed in Welsh, and names of people and places: they say no language. The longest first. */
async function typedInWelsh(source: DataSource): Promise<string[]> {
  const ask = (sql: string) => source.query<{ text: string }[]>(sql);
  const columns = await ask(
    `select format('select %I as text from %I where %1$I is not null', column_name, table_name) as text
       from information_schema.columns join pg_tables on tablename = table_name and schemaname = table_schema
      where column_name like '%\\_cy' and data_type = 'text'`,
  );
  const rows = await Promise.all([
    ...columns.map(({ text }) => ask(text)),
    ask(`select name as text from person union select name from body where kind = 'group' union select division from term
         union select district from person_current where district is not null`),
    ask(`select unnest(array[title, about, body]) as text from resource_version where language = 'cy'`),
  ]);
  const lines = rows.flat().flatMap(({ text }) => (text ?? '').split('\n'));
  return [...new Set(lines.map((line) => line.replaceAll(/\s+/g, ' ').trim()))]
    .filter((line) => line.length > 2)
    .toSorted((a, b) => b.length - a.length);
}

/**
 * Reads in Welsh what the pages of members and of the public say, from link to link, and notes each text whose language is not the
 * one that the page says it is in: WCAG 3.1.2. Speak in other letters before the site is made.
 * @param readers names; undefined: a stranger
 * @returns the pages that were read, and `page: text`
 */
export async function readInWelsh(
  site: NestFastifyApplication,
  source: DataSource,
  readers: readonly (string | undefined)[],
): Promise<{ pages: number; wrong: string[] }> {
  const typed = await typedInWelsh(source);
  const rest = (text: string) =>
    typed.reduce((left, one) => left.replaceAll(one, ''), text).replaceAll(NO_LANGUAGE, '');
  const plan = sitePlan(findRooms().screens).pages.map(({ path }) => ({
    path,
    is: new RegExp(`^${path.replaceAll(/:\w+/g, '[^/]+')}$`),
  }));
  const isFixed = ({ path }: { path: string }) => !path.includes(':');
  const kindOf = (path: string) =>
    (plan.find((one) => one.path === path) ?? plan.find((one) => !isFixed(one) && one.is.test(path)))?.path;
  const isRead = (kind: string | undefined) => kind !== undefined && !/^\/(admin|testing)(\/|$)/.test(kind);
  const certificates = await source.query<{ number: string }[]>(
    'select number from certificate order by number limit 9',
  );
  // Of the handbook what stands between two tags may be any part of it.
  const written = typed.join(' ').replaceAll(/[*_]/g, '');
  const wrong = new Set<string>();
  const read = new Map<string, number>();
  let pages = 0;
  for (const name of readers) {
    const cookie = `induct-language=cy; induct=${name === undefined ? '' : await signIn(site, source, name)}`;
    const queue = [
      ...plan.filter(isFixed).map(({ path }) => path),
      ...certificates.map(({ number }) => `/verify/${number}`),
      '/nowhere',
    ];
    const seen = new Set(queue);
    for (let url = queue.shift(); url !== undefined; url = queue.shift()) {
      const kind = url === '/nowhere' ? url : kindOf(url.split('?', 1)[0]!);
      const before = read.get(kind ?? '') ?? 0;
      if (kind === undefined || before === OF_A_KIND || !isRead(kind)) continue;
      const { headers, body } = await site.inject({ url, headers: { accept: 'text/html', cookie } });
      if (!String(headers['content-type']).startsWith('text/html')) continue;
      read.set(kind, before + 1);
      pages += 1;
      for (const { text, lang } of saidOnPage(body)) {
        // "Halal", "Cymraeg".
        if (words[text] === text || (kind.startsWith('/handbook') && written.includes(text))) continue;
        const isWrong = lang === 'cy' ? /[A-Za-z]{2}/.test(rest(text)) : IN_WELSH.test(text);
        if (isWrong) wrong.add(`${kind}: ${text}`);
      }
      if (/[\uE010-\uE012]/.test(body)) wrong.add(`${kind}: a mark that is no tag`);
      for (const [, href] of body.matchAll(/href="(\/[^"#]*)/g)) {
        const to = href!.replaceAll('&amp;', '&');
        if (!seen.has(to)) queue.push(to);
        seen.add(to);
      }
    }
  }
  return { pages, wrong: [...wrong] };
}

async function signIn(site: NestFastifyApplication, source: DataSource, name: string): Promise<string> {
  const [person] = await source.query<{ id: string }[]>('select id from person_current where name = $1', [name]);
  const signIns = site.get(SignIns, { strict: false });
  return site.get(Transactions, { strict: false }).run((tx) => signIns.signIn(tx, person!.id, { by: 'letter' }));
}
