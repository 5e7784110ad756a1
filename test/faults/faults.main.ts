import { openTrial, type Trial } from '../support/trial';
import { abuseFaults } from './abuse.faults';
import { awardFaults } from './awards.faults';
import { bookingFaults } from './bookings.faults';
import { changedFaults } from './changed.faults';
import { commitFaults } from './commits.faults';
import { settlingFaults } from './settling.faults';
import { stopFaults } from './stops.faults';

/** In this order. @returns whether nothing was lost, doubled or taken for what it is not */
const FAULTS: Record<string, (trial: Trial, seed?: number) => Promise<boolean>> = {
  commits: (trial) => commitFaults(trial),
  awards: (trial) => awardFaults(trial),
  settling: (trial) => settlingFaults(trial),
  bookings: bookingFaults,
  changed: changedFaults,
  stops: stopFaults,
  abuse: ({ say }) => abuseFaults(say),
};

/**
 * `npm run faults [-- NAME … [SEED]]`: processes are killed at random moments and files are changed; the counts say what came of it. Exits 1
 * when anything was lost, doubled or accepted.
 */
async function main(): Promise<boolean> {
  const words = process.argv.slice(2);
  const seed = words.find((word) => /^\d+$/.test(word));
  const names = words.filter((word) => word !== seed);
  const unknown = names.filter((name) => !(name in FAULTS));
  if (unknown.length > 0)
    throw new Error(`No such faults: ${unknown.join(', ')}. There are ${Object.keys(FAULTS).join(', ')}.`);
  const started = performance.now();
  const trial = await openTrial('faults', (text) => console.log(text));
  try {
    const good: boolean[] = [];
    for (const [name, run] of Object.entries(FAULTS)) {
      if (names.length === 0 || names.includes(name))
        good.push(await run(trial, seed === undefined ? undefined : Number(seed)));
    }
    console.log(`All faults in ${Math.round((performance.now() - started) / 1000)} s`);
    return good.every(Boolean);
  } finally {
    await trial.close();
  }
}

main().then(
  (good) => process.exit(good ? 0 : 1),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
