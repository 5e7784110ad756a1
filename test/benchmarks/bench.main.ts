import { openTrial, type Trial } from '../support/trial';
import type { Figure } from './figure';

type Bench = (trial: Trial) => Promise<Record<string, Figure>>;

/** Loaded one by one, so that a measurement does not carry another's modules. */
const benches: Record<string, () => Promise<Bench>> = {
  commits: async () => (await import('./commits.bench.js')).commitsBench,
  completing: async () => (await import('./completing.bench.js')).completingBench,
  launch: async () => (await import('./launch.bench.js')).launchBench,
  files: async () => (await import('./files.bench.js')).filesBench,
  certificates: async () => (await import('./certificates.bench.js')).certificatesBench,
  import: async () => (await import('./import.bench.js')).importBench,
  content: async () => (await import('./content.bench.js')).contentBench,
  pages: async () => (await import('./pages.bench.js')).pagesBench,
  sitting: async () => (await import('./sitting.bench.js')).sittingBench,
  programme: async () => (await import('./programme.bench.js')).programmeBench,
  register: async () => (await import('./register.bench.js')).registerBench,
  search: async () => (await import('./search.bench.js')).searchBench,
  bookings: async () => (await import('./bookings.bench.js')).bookingsBench,
  steering: async () => (await import('./steering.bench.js')).steeringBench,
  sequencing: async () => (await import('./sequencing.bench.js')).sequencingBench,
  schemes: async () => (await import('./schemes.bench.js')).schemesBench,
  start: async () => (await import('./start.bench.js')).startBench,
};

/**
 * `npm run bench [-- --json] [NAME …]`: measures everything in one run on this machine, each beside its floor. Exits 0
 * whether or not a goal was met: a noisy machine is not a broken build.
 */
async function main(): Promise<void> {
  const words = process.argv.slice(2);
  const json = words.includes('--json');
  const names = words.filter((word) => word !== '--json');
  const unknown = names.filter((name) => !(name in benches));
  if (unknown.length > 0)
    throw new Error(`No such benchmark: ${unknown.join(', ')}. There are ${Object.keys(benches).join(', ')}.`);
  const say = (text: string) => void process.stderr.write(`${text}\n`);
  const trial = await openTrial('bench', say);
  const results: Record<string, Record<string, Figure>> = {};
  try {
    for (const [name, load] of Object.entries(benches)) {
      if (names.length > 0 && !names.includes(name)) continue;
      say(`${name} …`);
      results[name] = await (await load())(trial);
      if (!json) print(name, results[name]);
    }
  } finally {
    await trial.close();
  }
  if (json) console.log(JSON.stringify(results, null, 2));
}

function print(name: string, figures: Record<string, Figure>): void {
  for (const [what, figure] of Object.entries(figures)) {
    const { goal, met, ...numbers } = figure;
    const listed = Object.entries(numbers).map(([key, value]) => `${key} ${value}`);
    console.log(`${met ? 'met    ' : 'not met'} ${name} ${what}: ${listed.join(', ')} (goal: ${goal})`);
  }
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
