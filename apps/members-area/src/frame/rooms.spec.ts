import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

const SITE = join(__dirname, '..');
/** Below all screens, each upon those before it. */
const FLOOR = ['words', 'frame', 'forms', 'lists'];
const AREAS = ['public', 'member', 'testing', 'desk'];

interface Arrow {
  from: string;
  to: string;
  file: string;
}

/** What files use of other rooms, scripts and templates alike. Specs may start the whole site. */
function arrows(): Arrow[] {
  const files = globSync('*/**/*.{ts,njk}', { cwd: SITE }).filter((file) => !file.endsWith('.spec.ts'));
  return files.flatMap((file) => {
    const text = readFileSync(join(SITE, file), 'utf8');
    const used = file.endsWith('.njk')
      ? [
          ...text.matchAll(
            /\{%-? (?:from|include|extends|import) "((?:public|member|testing|desk|forms|lists)\/[^"]+)"/g,
          ),
        ].map(([, to]) => to!)
      : [...text.matchAll(/from '(\.[^']*)'/g)].map(([, to]) => normalize(join(dirname(file), to!)));
    return used.map((to) => ({ from: dirname(file), to: dirname(to), file })).filter(({ from, to }) => from !== to);
  });
}

const areaOf = (room: string) => room.split('/')[0]!;

describe('the rooms of the site', () => {
  const all = arrows();

  it('are read', () => {
    expect(all.length).toBeGreaterThan(200);
  });

  it('never use each other both ways', () => {
    const pairs = new Set(all.map(({ from, to }) => `${from} → ${to}`));
    const both = all.filter(({ from, to }) => pairs.has(`${to} → ${from}`));
    expect(both.map(({ file, to }) => `${file} uses ${to}, which uses it`)).toEqual([]);
  });

  it('of those who enter by different doors use nothing of each other', () => {
    const across = all.filter(
      ({ from, to }) => AREAS.includes(areaOf(from)) && ![areaOf(from), ...FLOOR].includes(areaOf(to)),
    );
    expect(across.map(({ file, to }) => `${file} uses ${to}`)).toEqual([]);
  });

  it('below all screens use no screen', () => {
    const up = all.filter(({ from, to }) => FLOOR.includes(areaOf(from)) && AREAS.includes(areaOf(to)));
    expect(up.map(({ file, to }) => `${file} uses ${to}`)).toEqual([]);
  });
});
