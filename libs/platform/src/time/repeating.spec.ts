import { setTimeout as wait } from 'node:timers/promises';
import { Repeating } from './repeating';

function latch() {
  let open = () => {};
  const opened = new Promise<void>((done) => (open = done));
  return { open, opened };
}

it('does its work again and again, and outlives a turn that fails', async () => {
  let turns = 0;
  const told: string[] = [];
  const thrice = latch();
  const repeating = new Repeating(
    1,
    async () => {
      turns += 1;
      if (turns === 3) thrice.open();
      if (turns === 1) throw new Error('away for a moment');
    },
    ({ message }) => told.push(message),
  );
  repeating.start(0);
  await thrice.opened;
  await repeating.stop();
  expect(told).toEqual(['away for a moment']);
});

it('has ended its turn when it is stopped, and begins no other', async () => {
  const happened: string[] = [];
  const begun = latch();
  const goOn = latch();
  const repeating = new Repeating(
    1,
    async () => {
      happened.push('begun');
      begun.open();
      await goOn.opened;
      happened.push('ended');
    },
    () => undefined,
  );
  repeating.start(0);
  await begun.opened;
  const stopped = repeating.stop().then(() => happened.push('stopped'));
  goOn.open();
  await stopped;
  repeating.start(0);
  await wait(10);
  expect(happened).toEqual(['begun', 'ended', 'stopped']);
});
