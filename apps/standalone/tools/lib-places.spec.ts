import { execFileSync, type ExecFileSyncOptions } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const root = join(__dirname, '../../..');
const tool = join(__dirname, 'lib-places.mjs');
const READ = ['README.md', 'apps/libs.ts'];
/** Every lib, in no order. */
const FOLDERS = readdirSync(join(root, 'libs'));
const descriptorOf = (lib: string) => `libs/${lib}/src/${lib}.lib.ts`;

const QUIET: ExecFileSyncOptions = { stdio: 'pipe' };

/** What the tool says of a project; empty when nothing is missing. */
function said(project: string): string {
  try {
    execFileSync(process.execPath, [tool, project], QUIET);
    return '';
  } catch (error) {
    return String((error as { stderr?: Buffer }).stderr);
  }
}

describe('the places where a lib is named', () => {
  let scratch: string;
  const standsOn = (lib: string, words: string) =>
    writeFileSync(join(scratch, descriptorOf(lib)), `export const it = lib({\n  standsOn: ${words},\n});\n`);
  beforeEach(() => {
    scratch = mkdtempSync(join(tmpdir(), 'lib-places-'));
    for (const path of READ) {
      mkdirSync(dirname(join(scratch, path)), { recursive: true });
      cpSync(join(root, path), join(scratch, path));
    }
    for (const lib of FOLDERS) {
      mkdirSync(join(scratch, 'libs', lib, 'src'), { recursive: true });
      for (const file of ['README.md', 'src/index.ts']) writeFileSync(join(scratch, 'libs', lib, file), '');
      if (lib !== 'scorm') cpSync(join(root, descriptorOf(lib)), join(scratch, descriptorOf(lib)));
    }
  });
  afterEach(() => rmSync(scratch, { recursive: true, force: true }));

  it('all name every lib', () => {
    expect(said(root)).toBe('');
    expect(said(scratch)).toBe('');
  });

  it('are each said, with what to write, when a lib is new', () => {
    mkdirSync(join(scratch, 'libs/archives'));
    const lines = said(scratch).trim().split('\n');
    expect(lines.map((line) => line.split(':')[0])).toEqual(['its own folder', 'apps/libs.ts', 'README.md, the map']);
    expect(lines[0]).toContain(
      'libs/archives/README.md, libs/archives/src/index.ts, libs/archives/src/archives.lib.ts',
    );
    expect(lines[1]).toContain("import its descriptor from '@induct/archives' and put it into LIBS");
  });

  it('are said when they name a lib that is gone', () => {
    rmSync(join(scratch, 'libs/letters'), { recursive: true });
    expect(said(scratch)).toContain('apps/libs.ts: there is no libs/letters. Take it out.');
    expect(said(scratch)).toContain(`${descriptorOf('people')}: standsOn names letters`);
  });

  it('are in the order of what stands on what, so that there is no way round', () => {
    standsOn('people', `['letters', 'course']`);
    const wrong = 'standsOn names course, a lib that does not come before it in apps/libs.ts';
    expect(said(scratch)).toBe(`${descriptorOf('people')}: ${wrong}\n`);
  });

  it('are in the list itself: an import is not enough', () => {
    const list = readFileSync(join(scratch, 'apps/libs.ts'), 'utf8');
    writeFileSync(join(scratch, 'apps/libs.ts'), list.replace('  accreditation,\n', ''));
    expect(said(scratch)).toContain('apps/libs.ts: accreditation is missing.');
  });

  it.each(['BELOW', '[...BELOW]', `[course.name, 'people']`, '["people"]', `'people'`])(
    'take what a lib stands on as text, and say so of %s',
    (words) => {
      standsOn('progress', words);
      expect(said(scratch)).toBe(
        `${descriptorOf('progress')}: standsOn has to be a list of names in quotes: standsOn: ['people', 'letters'],\n`,
      );
    },
  );

  it.each([`['people']`, `['people', 'letters']`, `[\n    'people',\n    'course',\n  ]`, '[]'])(
    'take what is a list of names: %s',
    (words) => {
      standsOn('progress', words);
      expect(said(scratch)).toBe('');
    },
  );
});
