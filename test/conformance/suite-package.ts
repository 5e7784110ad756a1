import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zip } from '../support/packages';
import type { Suite } from './suite';

/** What the suite's own build copies beside each manifest; its Java archive is left out, see StandIn. */
const COMMON = ['About.js', 'BrowserDetect.js', 'EmulationCode.js'];

/** A package of the suite as it is uploaded: its build for ant, done here. */
export function packageOf(suite: Suite, name: string): Promise<Buffer> {
  const folder = suite.packageFolder(name);
  const files: Record<string, Buffer> = {};
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile()) files[path.slice(folder.length + 1)] = readFileSync(path);
  }
  for (const file of COMMON) files[`common/${file}`] = readFileSync(join(suite.shared, 'TestSuite/scripts', file));
  files['common/lmsrtefunctions.js'] = readFileSync(join(suite.courses, 'scripts/lmsrtefunctions.js'));
  for (const file of readdirSync(join(suite.courses, 'includes')))
    files[`includes/${file}`] = readFileSync(join(suite.courses, 'includes', file));
  for (const [, file = ''] of suite.manifestOf(name).matchAll(/\bhref *= *"(?:resources\/)?([\w-]+\.htm)"/g)) {
    const depot = join(suite.courses, 'SCODepot', file);
    if (existsSync(depot)) files[`resources/${file}`] = readFileSync(depot);
  }
  return zip(files);
}
