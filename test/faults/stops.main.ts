import { openTrial } from '../support/trial';
import { stopFaults } from './stops.faults';

/** `node dist/test/faults/stops.main.js [TIMES [SEED]]`: the stops alone, as often as one likes. */
async function main(): Promise<boolean> {
  const trial = await openTrial('faults', (text) => console.log(text));
  try {
    const [times = '10', seed] = process.argv.slice(2);
    return await stopFaults(trial, seed === undefined ? undefined : Number(seed), Number(times));
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
