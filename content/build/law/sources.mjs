import { plain } from './register.mjs';

/** How a part of an instrument is written in a mark, what it is called, and where legislation.gov.uk keeps it. */
const PARTS = [
  { short: 's', one: 'section', many: 'sections', path: 'section' },
  { short: 'reg', one: 'regulation', many: 'regulations', path: 'regulation' },
  { short: 'art', one: 'article', many: 'articles', path: 'article' },
  { short: 'r', one: 'rule', many: 'rules', path: 'rule' },
  { short: 'Sch', one: 'Schedule', many: 'Schedules', path: 'schedule' },
  { short: 'Part', one: 'Part', many: 'Parts', path: 'part' },
  { short: 'para', one: 'paragraph', many: 'paragraphs' },
];
const PART = /^(ss?|regs?|arts?|rr?|Schs?|Parts?|paras?)\.?\s*(\d.*)$/;

/**
 * What a mark of sources says: `s31 Children Act 1989; reg 10 Town and Country Planning General Regulations 1992`.
 * @param {string} mark what stands between the brackets
 * @param {Map<string, { name: string, title: string, url?: string }>} law
 * @returns {{ name: string, words: string, url?: string }[]} `words` for people: "Children Act 1989, section 31"
 * @throws Error in words for the writer, when a source is not in the register or its part cannot be read
 */
export function sourcesIn(mark, law) {
  return mark.split(';').map((written) => {
    const source = plain(written);
    const name = [...law.keys()]
      .filter((known) => source === known || source.endsWith(` ${known}`))
      .reduce((longest, known) => (known.length > longest.length ? known : longest), '');
    if (!name)
      throw new Error(`There is no source "${source}" in content/law.yaml: write it like [s31 Children Act 1989]`);
    const { title, url } = law.get(name);
    const parts = partsOf(source.slice(0, -name.length).trim(), source);
    const words = [title, ...parts.map((part) => part.words)].join(', ');
    return { name: law.get(name).name, words, url: url && addressOf(url, parts[0]) };
  });
}

/** "Sch 1 para 3(2)" → Schedule 1, paragraph 3(2). */
function partsOf(written, source) {
  if (!written) return [];
  return written.split(/\s+(?=para)/).map((part) => {
    const [, short, number] = PART.exec(part) ?? [];
    if (!number)
      throw new Error(`"${part}" in "${source}" is no part of an Act: write s31, ss 1–6, reg 10, art 35, Sch 1`);
    const many = PARTS.find((kind) => short === `${kind.short}s` || (short === 'rr' && kind.short === 'r'));
    const kind = many ?? PARTS.find((candidate) => candidate.short === short);
    return { words: `${many ? kind.many : kind.one} ${number}`, kind, first: /^\d+[A-Z]*/.exec(number)[0] };
  });
}

/** legislation.gov.uk keeps every section on a page of its own; of other places only the whole is known. */
function addressOf(url, part) {
  if (!part?.kind.path || !url.startsWith('https://www.legislation.gov.uk/')) return url;
  return `${url}/${part.kind.path}/${part.first}`;
}
