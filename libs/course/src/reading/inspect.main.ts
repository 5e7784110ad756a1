import { statSync } from 'node:fs';
import { defaultLimits } from '../archive/package-limits';
import { readPackage } from './read-package';
import { reportText } from './report-text';

const usage = `Says whether Induct would take in a package, and what it finds in it. Nothing is stored.

  npm run course:inspect -- FILE.zip [--json]

Exits 0 when the package is accepted, 1 when it is refused, 2 when the command is wrong.`;

/** @returns the exit code */
async function inspect(words: readonly string[]): Promise<number> {
  const json = words.includes('--json');
  const [file, ...others] = words.filter((word) => word !== '--json');
  if (file === undefined || others.length > 0 || file.startsWith('-')) return wrong(usage);
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return wrong(`There is no file ${file}.\n\n${usage}`);
  const { report } = await readPackage(file, { limits: defaultLimits });
  process.stdout.write(`${json ? JSON.stringify(report, null, 2) : reportText(report)}\n`);
  return report.accepted ? 0 : 1;
}

function wrong(message: string): number {
  process.stderr.write(`${message}\n`);
  return 2;
}

inspect(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error);
    process.exitCode = 2;
  },
);
