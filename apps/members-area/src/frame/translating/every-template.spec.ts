import { createHash } from 'node:crypto';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import nunjucks, { type Environment } from 'nunjucks';
import { speakInstead } from '@induct/platform';
import { trail } from '../crumbs';
import { translatedTemplates } from './translated-templates';

const site = join(__dirname, '../..');
const folders = [site, join(__dirname, '..'), join(require.resolve('govuk-frontend'), '../..')];
/** Those that readers may have in another language. */
const templates = globSync('{frame,forms,lists,public,member}/**/*.njk', { cwd: site }).toSorted((a, b) =>
  a < b ? -1 : 1,
);

/** Which of the things that a template asks for are there. */
const SEED = 1;

/** Whatever a template asks for is there, or is not, and says what it was asked as: the same at every time. */
function standIn(name: string, seed: number): unknown {
  if (/^(caller|govuk\w+)$/.test(name) || createHash('md5').update(`${seed} ${name}`).digest()[0]! < 70)
    return undefined;
  return new Proxy([] as unknown[], {
    get(list, key) {
      if (key === 'length') return 1;
      if (key === 'toString' || key === Symbol.toPrimitive) return () => `[${name}]`;
      if (typeof key === 'symbol' || key in Array.prototype) return Reflect.get(list, key) as unknown;
      return standIn(key === '0' ? `${name} one` : `${name} ${key}`, seed);
    },
    has: () => true,
  });
}

function withStandIns(environment: Environment, seed: number): Environment {
  const { globals } = environment as unknown as { globals: Record<string, unknown> };
  const known = new Set([...Object.keys(globals), 'asset', 'speech']);
  (environment as unknown as { globals: object }).globals = new Proxy(globals, {
    has: () => true,
    get: (all, name) => (known.has(String(name)) ? all[String(name)] : standIn(String(name), seed)),
  });
  return environment
    .addGlobal('asset', (name: string) => `/assets/${name}`)
    .addGlobal('speech', () => '')
    .addFilter('said', (text: unknown) => text)
    .addFilter('typed', (text: unknown) => text)
    .addFilter('date', String)
    .addFilter('time', String)
    .addFilter('timeAndDate', String)
    .addFilter('trail', () => trail());
}

const FAILS = 'fails';

function rendered(environment: Environment, name: string): string {
  try {
    // "undefined modules" is " modules" once it is a sentence with a gap.
    return environment.render(name, {}).replaceAll('undefined', '').replace(/\s+/g, ' ');
  } catch {
    // A macro that somebody else has to import, or a number that was asked for.
    return FAILS;
  }
}

describe('every template that is translated', () => {
  let speakAgain: () => void;
  beforeAll(() => {
    speakAgain = speakInstead('cy', { isReviewed: true, find: (english) => english, keys: () => [] });
  });
  afterAll(() => speakAgain());

  it('says what it said before when each sentence is translated with itself', () => {
    const english = withStandIns(new nunjucks.Environment(new nunjucks.FileSystemLoader(folders)), SEED);
    const same = withStandIns(translatedTemplates(folders, 'cy'), SEED);
    let shown = 0;
    const changed = templates.filter((name) => {
      const before = rendered(english, name);
      if (before !== FAILS) shown += 1;
      return before !== rendered(same, name);
    });
    expect(changed).toEqual([]);
    expect(shown).toBeGreaterThan(templates.length * 0.9);
  });
});
