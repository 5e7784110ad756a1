import { openTrial } from '../support/trial';
import { stopFaults } from './stops.faults';

/** `node dist/test/faults/stops.main.js [TIMES]`: the stops alone, as often as one likes. */
async function main(): Promise<boolean> {
  const trial = await openTrial('faults', (text) => console.log(text));
  try {
    return await stopFaults(trial, Number(process.argv[2] ?? 10));
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
