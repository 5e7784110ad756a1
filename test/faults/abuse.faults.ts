import { rmSync } from 'node:fs';
import { percentiles } from '../benchmarks/figure';
import { freePort } from '../support/free-port';
import { startInduct } from '../support/running-induct';
import { ATTACKS, type Field } from './abuse.attacks';
import { Learner } from './abuse.learner';
import { Bystander, signInAs } from './abuse.people';

const EACH_MS = 15_000;
const MOST_MS = 500;

/**
 * `npm start` under attack, one kind after the other, while others read pages and one works through a module: their 95th
 * percentile stays under 500 ms, nobody is kept out, and nothing that was acknowledged is missing.
 */
export async function abuseFaults(say: (text: string) => void): Promise<boolean> {
  const dataDir = '.data/faults-abuse';
  rmSync(dataDir, { recursive: true, force: true });
  const induct = await startInduct({ port: await freePort(), dataDir, env: { LOG_LEVEL: 'silent' } });
  let good = true;
  try {
    const { site } = induct;
    const member = await signInAs(site, /member/i);
    const attacker = await signInAs(site, /member/i);
    const officer = await signInAs(site, /officer|democratic/i);
    const own = await Learner.begin(site, attacker);
    await own.stop();
    const field: Field = { induct, dataDir, attacker, officer, launch: own.launch };
    for (const [name, attack] of ATTACKS) {
      const learner = await Learner.begin(site, member);
      const bystanders = [
        new Bystander(site, ['/', '/modules', '/certificates'], member.cookie),
        new Bystander(site, ['/admin', '/admin/uploads', '/admin/modules'], officer.cookie),
        new Bystander(site, ['/sign-in'], ''),
      ];
      const answers = await attack(field, performance.now() + EACH_MS);
      for (const bystander of bystanders) await bystander.stop();
      const kept = await learner.stop();
      const { p50, p95 } = percentiles(bystanders.flatMap(({ took }) => took));
      const refused = bystanders.reduce((sum, one) => sum + one.refused, 0);
      // A database that is away for a moment is said, and nobody has to wait long for hearing it.
      const fine = p95 < MOST_MS && kept && (refused === 0 || name === 'killed PostgreSQL');
      good &&= fine;
      say(
        `abuse, ${name}: others p50 ${Math.round(p50)} ms, p95 ${Math.round(p95)} ms, ${refused} refused; ${learner.acknowledged} commits acknowledged, ${kept ? 'all kept' : 'SOME LOST'}; answered ${JSON.stringify(answers)}${fine ? '' : '  ← NOT GOOD'}`,
      );
    }
  } finally {
    await induct.stop();
  }
  return good;
}
