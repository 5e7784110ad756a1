import { launchBrowser } from '@induct/printing';
import { openTrial } from '../support/trial';
import { type CaseResult, playCase } from './case-play';
import { TrialCouncil } from './council';
import { linesOf, totalsOf } from './report';
import { Suite } from './suite';

/** Cases that are played beside each other: most of the time each of them waits. */
const BESIDE = 3;

/**
 * `npm run conformance -- --suite FOLDER [--only GROUP] [--json]`: uploads the packages of ADL's SCORM 2004 4th Edition Test
 * Suite, plays each of them in the player as a member, does what its tester is told to do, and says how it went. Exits 0
 * whether or not all passed: it measures.
 */
async function main(): Promise<void> {
  const words = process.argv.slice(2);
  const after = (flag: string) => (words.includes(flag) ? words[words.indexOf(flag) + 1] : undefined);
  const folder = after('--suite') ?? process.env['SCORM_SUITE'];
  if (!folder) throw new Error('Which suite? npm run conformance -- --suite FOLDER');
  const only = after('--only');
  const [json, say] = [words.includes('--json'), (text: string) => void process.stderr.write(`${text}\n`)];
  const suite = new Suite(folder);
  const cases = suite.cases(only);
  const names = new Set(cases.map(({ name }) => name));
  // A case that is asked for rests on those before it: they are played as well.
  const chains = suite
    .chains(suite.cases())
    .map((chain) => chain.slice(0, chain.findLastIndex(({ name }) => names.has(name)) + 1))
    .filter((chain) => chain.length > 0);
  if (cases.length === 0) throw new Error(`The suite has no case or group ${only}.`);
  const trial = await openTrial('conformance', say);
  const council = await TrialCouncil.open(trial).catch(async (error: unknown) => {
    await trial.close();
    throw error;
  });
  const browser = await launchBrowser({ dataDir: trial.dataDir, executablePath: process.env['CHROMIUM_PATH'] });
  const results: CaseResult[] = [];
  const work = async () => {
    for (let chain = chains.shift(); chain; chain = chains.shift()) {
      const member = await council.aMember();
      for (const script of chain) {
        const result = await playCase(script, { suite, council, browser, member });
        if (!names.has(script.name)) continue;
        results.push(result);
        say(linesOf(result, only !== undefined).join('\n'));
      }
    }
  };
  try {
    await Promise.all(Array.from({ length: BESIDE }, work));
  } finally {
    await browser.close();
    await council.close();
    await trial.close();
  }
  results.sort((a, b) => a.name.localeCompare(b.name, 'en'));
  const totals = totalsOf(results);
  if (json) console.log(JSON.stringify({ totals, cases: results }, null, 2));
  else for (const [group, { passed, of }] of Object.entries(totals)) console.log(`${group}: ${passed} of ${of}`);
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
