import { setTimeout as wait } from 'node:timers/promises';
import { Module, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { readConfig } from '../config/config';
import { createApplication } from './application';
import { runUntilStopped } from './run';

/** Its one part, like those of ours that look something up while they begin. */
@Module({})
class TakesItsTime implements OnApplicationBootstrap, OnApplicationShutdown {
  async onApplicationBootstrap(): Promise<void> {
    console.log('ready');
    await wait(500);
    console.log('begun');
  }

  onApplicationShutdown(): void {
    console.log('site closed');
  }
}

const never = () => new Promise<never>(() => undefined);
const says = (words: string) => () => Promise.resolve(console.log(words));

/** A program that makes stopping hard, in the way that its argument names: for the spec of `runUntilStopped`. */
const ways: Record<string, Parameters<typeof runUntilStopped>[0]> = {
  'closes and hangs': async ({ onStop }) => {
    onStop(says('first closed'), () => console.log('first forced'));
    onStop(never, () => console.log('second forced'));
    console.log('ready');
    await Promise.resolve();
  },
  'is still starting': async ({ onStop }) => {
    onStop(says('first closed'));
    console.log('ready');
    await wait(500);
    onStop(says('second closed'));
    console.log('still opening');
  },
  'hangs while starting': async ({ onStop }) => {
    onStop(says('first closed'), () => console.log('first forced'));
    console.log('ready');
    await never();
  },
  'starts a site that takes its time': async ({ onStop, whole }) => {
    onStop(says('first closed'));
    await whole(async () => {
      const app = await createApplication({ module: TakesItsTime }, readConfig({ DATABASE_URL: 'postgres://nowhere' }));
      onStop(() => app.close());
      await app.listen(0, '127.0.0.1');
      console.log('listening');
    });
    await whole(says('still opening'));
  },
  'breaks later': async ({ onStop }) => {
    onStop(says('first closed'));
    console.log('ready');
    await Promise.resolve();
    setTimeout(() => void Promise.reject(new Error('broken')), 50);
  },
  'loses a connection': async ({ onStop }) => {
    onStop(says('first closed'));
    setTimeout(() => {
      setTimeout(() => console.log('ready'), 50);
      throw Object.assign(new Error('terminating connection'), { code: '57P01' });
    }, 10);
    await Promise.resolve();
  },
  'talks to itself': async ({ onStop }) => {
    onStop(() => wait(50).then(() => process.stderr.write('closed\n')));
    setInterval(() => console.log('ready'), 20);
    await Promise.resolve();
  },
  'cannot write': () =>
    Promise.reject(Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' })),
};

setInterval(() => undefined, 1000);
void runUntilStopped(ways[process.argv[2]!]!, Number(process.argv[3]));
