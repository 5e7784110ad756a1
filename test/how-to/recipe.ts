import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const PROJECT = resolve(__dirname, '../..');
/** What the recipes add to and the tools look at. */
const PARTS = ['apps', 'libs', 'test/support', 'tsconfig.json', '.swcrc', 'package.json', 'jest.config.mjs'];
const PLACES = ['.dependency-cruiser.cjs', 'README.md', 'docs/lists-as-json.md'];
/** What applications read that are started in the copy. */
const READ = ['node_modules', 'dist', 'content'];
/** A heading with a file's name, and its code. */
const FILES = /^### `([^`]+)`\n[^]*?^```(\w+)\n([^]*?)^```$/gm;

/** A file that a recipe writes, or lines that it adds to one. */
interface Step {
  path: string;
  isChange: boolean;
  code: string;
}

/** A page of docs/how-to, as whoever follows it reads it. */
export class Recipe {
  readonly text: string;
  readonly steps: Step[];

  constructor(name: string) {
    this.text = readFileSync(join(PROJECT, 'docs/how-to', `${name}.md`), 'utf8');
    this.steps = [...this.text.matchAll(FILES)].map(([, path, language, code]) => ({
      path: path!,
      isChange: language === 'diff',
      code: code!,
    }));
  }

  /** The paths of what it writes. */
  get written(): string[] {
    return this.steps.filter(({ isChange }) => !isChange).map(({ path }) => path);
  }

  /** The paths of what it adds lines to. */
  get changed(): string[] {
    return this.steps.filter(({ isChange }) => isChange).map(({ path }) => path);
  }

  /** What it says that a tool says. */
  get said(): string {
    return /^```text\n([^]*?)^```$/m.exec(this.text)?.[1] ?? '';
  }
}

/** A copy of the project in which recipes are followed. */
export class ScratchCopy {
  private readonly root = mkdtempSync(join(tmpdir(), 'induct-recipe-'));

  constructor() {
    for (const part of [...PARTS, ...PLACES]) cpSync(join(PROJECT, part), join(this.root, part), { recursive: true });
    for (const part of READ) symlinkSync(join(PROJECT, part), join(this.root, part));
  }

  /** Puts the recipe's files where it says. */
  write({ steps }: Recipe): void {
    for (const { path, code } of steps.filter(({ isChange }) => !isChange)) this.put(path, code);
  }

  /** Adds the recipe's lines where it says. */
  change({ steps }: Recipe): void {
    for (const { path, code } of steps.filter(({ isChange }) => isChange)) {
      const before = readFileSync(join(this.root, path), 'utf8');
      this.put(path, code.split(/^@@\n/m).reduce(changed, before));
    }
  }

  put(path: string, text: string): void {
    mkdirSync(dirname(join(this.root, path)), { recursive: true });
    writeFileSync(join(this.root, path), text);
  }

  take(path: string): void {
    rmSync(join(this.root, path));
  }

  /** Runs a program in the copy. @returns what it said, when it failed */
  run(program: string, ...given: string[]): string {
    const { status, said } = this.watch(program, ...given);
    return status === 0 ? '' : said;
  }

  /** Runs a program in the copy. */
  watch(program: string, ...given: string[]): { status: number | null; said: string } {
    // A run within a run has a server of its own, and nothing of this one's.
    const { TEST_POSTGRES_URL: _1, TEST_OWNER_URL: _2, TEST_APP_URL: _3, ...rest } = process.env;
    const env = { ...rest, NODE_OPTIONS: '--experimental-vm-modules' };
    const { status, stdout, stderr } = spawnSync(program, given, { cwd: this.root, env, encoding: 'utf8' });
    return { status, said: `${stdout}${stderr}` };
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}

/** A text with one place of it changed: the lines before which nothing or a minus stands are there, once and together. */
function changed(text: string, change: string): string {
  const lines = change.split('\n').slice(0, -1);
  const of = (marks: string) =>
    lines
      .filter((line) => marks.includes(line[0] ?? ' '))
      .map((line) => `${line.slice(1)}\n`)
      .join('');
  const before = of(' -');
  const found = text.split(before).length - 1;
  if (found !== 1) throw new Error(`These lines are there ${found} times, not once:\n${before}`);
  return text.replace(before, () => of(' +'));
}
