import { openTrial } from '../support/trial';
import { abuseFaults } from './abuse.faults';
import { awardFaults } from './awards.faults';
import { commitFaults } from './commits.faults';
import { stopFaults } from './stops.faults';

/** `npm run faults`: processes are killed at random moments; the counts say what came of it. Exits 1 when anything was lost or doubled. With `-- abuse` only the attacks. */
async function main(): Promise<boolean> {
  if (process.argv.includes('abuse')) return abuseFaults((text) => console.log(text));
  const started = performance.now();
  const trial = await openTrial('faults', (text) => console.log(text));
  try {
    const good = [
      await commitFaults(trial),
      await awardFaults(trial),
      await stopFaults(trial),
      await abuseFaults(trial.say),
    ];
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
