import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const PROJECT = resolve(__dirname, '../..');
const RECIPE = readFileSync(join(PROJECT, 'docs/how-to/a-page.md'), 'utf8');
/** A heading with a file's name, and its code. */
const FILES = /^### `([^`]+)`\n[^]*?^```\w+\n([^]*?)^```$/gm;

let copy: string;
const files = [...RECIPE.matchAll(FILES)].map(([, path, code]) => ({ path: path!, code: code! }));

/** Runs a program of the project in the copy. @returns what it said, when it failed */
function run(program: string, ...given: string[]): string {
  const env = { ...process.env, NODE_OPTIONS: '--experimental-vm-modules' };
  const { status, stdout, stderr } = spawnSync('npx', [program, ...given], { cwd: copy, env, encoding: 'utf8' });
  return status === 0 ? '' : `${stdout}${stderr}`;
}

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'induct-recipe-'));
  for (const part of ['apps', 'libs', 'test/support', 'tsconfig.json', '.swcrc', 'package.json', 'jest.config.mjs'])
    cpSync(join(PROJECT, part), join(copy, part), { recursive: true });
  symlinkSync(join(PROJECT, 'node_modules'), join(copy, 'node_modules'));
  for (const { path, code } of files) {
    mkdirSync(dirname(join(copy, path)), { recursive: true });
    writeFileSync(join(copy, path), code);
  }
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

describe('the recipe of a page', () => {
  it('has a folder with a form, a view, a controller, a template and a spec', () => {
    expect(files.map(({ path }) => path.split('/').at(-1))).toEqual([
      'agenda.form.ts',
      'agenda.view.ts',
      'agenda.controller.ts',
      'agenda.page.njk',
      'agenda.spec.ts',
    ]);
  });

  it('fits the types of the project', () => {
    const only = {
      extends: './tsconfig.json',
      include: files.filter(({ path }) => path.endsWith('.ts')).map(({ path }) => path),
    };
    writeFileSync(join(copy, 'tsconfig.recipe.json'), JSON.stringify(only));
    expect(run('tsc', '--noEmit', '-p', 'tsconfig.recipe.json')).toBe('');
  });

  it('passes the spec it brings', () => {
    expect(run('jest', '--selectProjects', 'unit', '-w', '1', 'agenda')).toBe('');
  });
});
