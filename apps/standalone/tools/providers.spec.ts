import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const root = join(__dirname, '../../..');
const tool = join(__dirname, 'providers.mjs');

/** What the tool says of a project; empty when nothing is wrong. */
const said = (project: string): string => spawnSync(process.execPath, [tool, project], { encoding: 'utf8' }).stderr;

const injectable = (name: string) => `@Injectable()\nexport class ${name} {}\n`;
const moduleOf = (lists: string, imports = '') => `${imports}\n@Module({ ${lists} })\nexport class HatsModule {}\n`;

describe('what is provided', () => {
  let scratch: string;
  const write = (files: Record<string, string>) => {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(scratch, 'libs/hats/src', path)), { recursive: true });
      writeFileSync(join(scratch, 'libs/hats/src', path), text);
    }
  };
  beforeEach(() => {
    scratch = mkdtempSync(join(tmpdir(), 'providers-'));
    write({ 'felt/felt.ts': injectable('Felt'), 'straw/straw.ts': injectable('Straw') });
  });
  afterEach(() => rmSync(scratch, { recursive: true, force: true }));

  it('is every class that is made for others, once, in each lib', () => {
    expect(said(root)).toBe('');
  });

  it('is in a module or in a list of a room that it takes in', () => {
    const rooms = `import { Straw } from './straw/straw';\nimport { feltProviders } from './felt/felt.providers';\n`;
    write({
      'felt/felt.providers.ts': `import { Felt } from './felt';\nexport const feltProviders = [Felt];\n`,
      'hats.module.ts': moduleOf('providers: [...feltProviders, Straw], exports: [Straw]', rooms),
    });
    expect(said(scratch)).toBe('');
  });

  it.each([
    ['is missing', moduleOf('providers: [Straw]'), 'felt/felt.ts: nobody provides Felt.'],
    [
      'is only imported, exported, injected and made by hand',
      moduleOf(
        'providers: [Straw, { provide: BRIM, useFactory: (felt: Felt) => new Felt(), inject: [Felt] }], exports: [Felt]',
        `import { Felt } from './felt/felt';`,
      ),
      'felt/felt.ts: nobody provides Felt.',
    ],
    [
      'is there twice',
      moduleOf('providers: [Felt, Straw, Felt]'),
      'felt/felt.ts: libs/hats/src/hats.module.ts provides Felt 2 times.',
    ],
  ])('is said when it %s', (_, text, words) => {
    write({ 'hats.module.ts': text });
    expect(said(scratch)).toContain(words);
    expect(said(scratch).trim().split('\n')).toHaveLength(1);
  });
});
