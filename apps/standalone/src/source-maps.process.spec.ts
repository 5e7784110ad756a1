import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '@induct/platform';

const built = (file: string) => JSON.stringify(join(projectRoot, 'dist', file));

describe('the stack of an error', () => {
  it('says where a line stands in what was written', () => {
    const program = `
      require(${built('apps/standalone/src/source-maps.js')});
      const { readConfig } = require(${built('libs/platform/src/index.js')});
      try { readConfig({}) } catch (error) { console.log(error.stack) }`;
    const stack = execFileSync(process.execPath, ['-e', program], { encoding: 'utf8' });
    expect(stack).toContain('DATABASE_URL is not set');
    expect(stack).toMatch(`at readConfig (${join(projectRoot, 'libs/platform/src/config/config.ts')}:`);
    expect(stack).toMatch(/ {4}at .*\[eval\]/);
  });
});
