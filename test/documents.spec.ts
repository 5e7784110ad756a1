import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join, posix, relative } from 'node:path';

const root = join(__dirname, '..');
const NOT_OURS = ['node_modules', 'dist', '.data', '.git'];

/** Files of the project by a pattern, as paths from its root. */
const filesOf = (pattern: string): string[] =>
  globSync(pattern, { cwd: root, exclude: (path) => NOT_OURS.includes(basename(path)) }).map((path) =>
    path.split('\\').join('/'),
  );
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

/** What is shown as code holds no links. */
const withoutCode = (text: string): string => text.replace(/```[\s\S]*?```/g, '').replace(/`[^`\n]*`/g, '');

const documents = filesOf('**/*.md').filter((file) => !/^content\/(courses|handbook)\//.test(file));

interface Link {
  from: string;
  words: string;
  to: string;
}

const linksIn = (from: string): Link[] =>
  [...withoutCode(read(from)).matchAll(/\[([^\]]*)\]\(([^)\s]+)\)/g)].map(([, words, to]) => ({
    from,
    words: words!,
    to: to!,
  }));

/** The anchors of a document's headings, as code hosts make them. */
function anchorsOf(file: string): Set<string> {
  const headings = withoutFences(read(file)).matchAll(/^#{1,6} (.+)$/gm);
  return new Set([...headings].map(([, words]) => slug(words!)));
}

const withoutFences = (text: string): string => text.replace(/```[\s\S]*?```/g, '');

const slug = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');

/** @returns what is wrong with a link within the project; undefined when nothing is */
function brokenness({ from, to }: Link): string | undefined {
  const [path, anchor] = to.split('#') as [string, string?];
  const file = path ? posix.normalize(posix.join(posix.dirname(from), path)) : from;
  if (!existsSync(join(root, file))) return `${from}: there is no ${file}`;
  if (anchor && file.endsWith('.md') && !anchorsOf(file).has(anchor)) return `${from}: ${file} has no #${anchor}`;
  return undefined;
}

/** A file by its name, with folders or without, or a folder from the root. */
const NAMED = /`(?:((?:[\w.-]+\/)*[\w.-]+\.(?:ts|mjs|njk))|((?:apps|libs|test|content|docs)(?:\/[\w.-]+)+))\/?`/g;

describe('the documents', () => {
  const within = documents.flatMap(linksIn).filter(({ to }) => !/^[a-z]+:/.test(to));

  it('lead, with every link within the project, to a file and a heading that exist', () => {
    expect(within.length).toBeGreaterThan(100);
    expect(within.map(brokenness).filter(Boolean)).toEqual([]);
  });

  it('say of every picture what is on it', () => {
    const pictures = documents.filter((file) => file.startsWith('docs/guides/')).flatMap(linksIn);
    const shown = pictures.filter(({ to }) => to.endsWith('.webp'));
    expect(shown.length).toBeGreaterThan(30);
    expect(shown.filter(({ words }) => words.split(' ').length < 4)).toEqual([]);
  });

  it('are reached from the README, each of them', () => {
    const reached = new Set<string>();
    const reach = (file: string): void => {
      if (reached.has(file)) return;
      reached.add(file);
      for (const { to } of linksIn(file)) {
        const path = posix.normalize(posix.join(posix.dirname(file), to.split('#')[0] || basename(file)));
        if (path.endsWith('.md') && existsSync(join(root, path))) reach(path);
      }
    };
    reach('README.md');
    const guides = documents.filter((file) => /^docs\/(guides\/|[a-z-]+\.md|decisions\/)|^[A-Z]+\.md/.test(file));
    expect(guides.filter((file) => !reached.has(file))).toEqual([]);
  });

  it('name no file that is not there', () => {
    const files = filesOf('{apps,libs,test,content,docs}/**/*').map((file) => `/${file}`);
    const isThere = (name: string) => files.some((file) => file.endsWith(`/${name}`) || file.startsWith(`/${name}`));
    const named = documents
      // A decision tells of its day, and so does a change log; what a recipe names is made by whoever follows it.
      .filter((file) => !/^(docs\/(decisions|how-to)\/|CHANGELOG)/.test(file))
      .flatMap((file) => [...read(file).matchAll(NAMED)].map(([, name, folder]) => [file, name ?? folder!] as const));
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter(([, name]) => !isThere(name))).toEqual([]);
  });
});

describe('the index of decisions', () => {
  const folder = 'docs/decisions';
  const pages = filesOf(`${folder}/[0-9]*.md`).map((file) => basename(file));
  const rows = [...read(`${folder}/README.md`).matchAll(/^\| \[(\d{4})\]\(([^)]+)\) +\| (.+?) +\| (.+?) +\|$/gm)];

  it('has a line for each page, in order, and no other', () => {
    expect(rows.map(([, , file]) => file)).toEqual(pages.toSorted());
  });

  it('says the number of each page, a sentence, and whether it stands', () => {
    const known = /^(stands|a record|replaced by \d{4})(; .+)?$/;
    expect(rows.filter(([, number, file, says]) => !file!.startsWith(`${number}-`) || says!.length < 10)).toEqual([]);
    expect(rows.map(([, , , , status]) => status).filter((status) => !known.test(status!))).toEqual([]);
  });

  it('says it as a sentence, and each page begins with its number', () => {
    expect(rows.map(([, , , says]) => says).filter((says) => !/^\p{Lu}/u.test(says!))).toEqual([]);
    const begins = (page: string) => new RegExp(`^# 0*${Number(page.slice(0, 4))}\\.? \\p{Lu}`, 'u');
    expect(pages.filter((page) => !begins(page).test(read(`${folder}/${page}`)))).toEqual([]);
  });

  it('names in a status only decisions that exist', () => {
    const numbers = new Set(rows.map(([, number]) => number));
    const named = rows.flatMap(([, , , , status]) => [...status!.matchAll(/\d{4}/g)].map(([number]) => number));
    expect(named.filter((number) => !numbers.has(number))).toEqual([]);
  });

  it('gives each number to one page', () => {
    const numbers = pages.map((page) => page.slice(0, 4));
    expect(numbers.filter((number, at) => numbers.indexOf(number) !== at)).toEqual([]);
  });
});

describe('comments in the code', () => {
  const sources = filesOf('{apps,libs,test,content}/**/*.{ts,mjs,njk,css,yml}')
    .concat('docker-compose.yml')
    .map((file) => ({ file, text: read(file) }));

  it('cite documents that exist', () => {
    const cited = sources.flatMap(({ file, text }) =>
      [...text.matchAll(/\bdocs\/[\w/-]+(?:\.md)?/g)].map(([path]) => ({ file, path })),
    );
    expect(cited.length).toBeGreaterThan(10);
    const pages = filesOf('docs/**/*').concat('docs/guides', 'docs/decisions');
    const missing = cited.filter(({ path }) => !pages.some((page) => page.startsWith(path)));
    expect(missing).toEqual([]);
  });

  it('cite no plan, issue or page that only its authors had', () => {
    const OUTSIDE =
      /(?<![\w/])(?:scorm|security|architecture|style|stack|product)\.md|\bissue \d|\.\.\/shared\/design/g;
    const here = relative(root, __filename);
    const found = [...sources, ...documents.map((file) => ({ file, text: withoutLinks(read(file)) }))]
      .filter(({ file }) => file !== here)
      .flatMap(({ file, text }) => [...text.matchAll(OUTSIDE)].map(([words]) => `${file}: ${words}`));
    expect(found).toEqual([]);
  });
});

/** Where a link leads is looked at above. */
const withoutLinks = (text: string): string => text.replace(/\]\([^)]*\)/g, ']').replace(/\[[a-z]+\.md\]/g, '');
