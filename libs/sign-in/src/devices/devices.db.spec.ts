import { PersonShutOut, type Role } from '@induct/people';
import { Announcements } from '@induct/platform';
import { MINUTE, PeopleTrial } from '../../../../test/support/people-trial';
import { Devices } from './devices';

const DAY = 24 * 60 * MINUTE;
const PHONE = 'Mozilla/5.0 (iPhone) Version/19.0 Safari/605.1';

let trial: PeopleTrial;
let devices: Devices;
beforeAll(async () => {
  trial = await PeopleTrial.open();
  devices = trial.parts.get(Devices);
});
afterAll(() => trial.close());
beforeEach(() => trial.reset());

const remember = (personId: string, earlier?: string) =>
  trial.transactions.run((tx) => devices.remember(tx, personId, { userAgent: PHONE, earlier }));
const use = (secret: string) => trial.transactions.run((tx) => devices.use(tx, secret));
const aDevice = async (...roles: Role[]) => {
  const { id } = await trial.aPerson(...roles);
  return { id, secret: (await remember(id))! };
};

describe('a remembered device', () => {
  it('knows its owner for thirty days from the tick on, used or not', async () => {
    const { id, secret } = await aDevice('member', 'tester');
    trial.clock.advance(29 * DAY);
    expect(await use(secret)).toBe(id);
    trial.clock.advance(DAY - 1);
    expect((await devices.known(secret))?.personId).toBe(id);
    trial.clock.advance(1);
    expect(await use(secret)).toBeUndefined();
    expect(await devices.own(id, secret)).toEqual([]);
  });

  it('knows nobody by anything that is stored', async () => {
    const { id, secret } = await aDevice('member');
    const stored = JSON.stringify(
      await trial.rows('select device::text as text from device where person_id = $1', [id]),
    );
    expect(stored).not.toContain(secret);
    expect(stored).not.toContain(Buffer.from(secret).toString('hex'));
    expect(await use('made up')).toBeUndefined();
  });

  it.each<Role>(['officer', 'administrator', 'auditor'])(
    'is not there for an %s, also one who becomes it',
    async (role) => {
      expect(await remember((await trial.aPerson(role)).id)).toBeUndefined();
      const { id, secret } = await aDevice('member');
      await trial.rows('insert into person_role (person_id, role, confirms_from) values ($1, $2, now())', [id, role]);
      expect(await devices.known(secret)).toBeUndefined();
      expect(await use(secret)).toBeUndefined();
    },
  );

  it('is over when whatever its owner may do changes, or they leave', async () => {
    const { id, secret } = await aDevice('member');
    await trial.transactions.run((tx) => trial.parts.get(Announcements).announce(tx, new PersonShutOut(id)));
    expect(await use(secret)).toBeUndefined();
    const leaver = await aDevice('member');
    await trial.rows('update person set deactivated_at = now() where id = $1', [leaver.id]);
    expect(await use(leaver.secret)).toBeUndefined();
  });

  it('is seen and ended by its owner alone; one, all others, or all', async () => {
    const { id, secret } = await aDevice('member');
    const others = [(await remember(id))!, (await remember(id))!];
    expect((await devices.own(id, secret)).filter(({ isThis }) => isThis)).toMatchObject([
      { browser: 'Safari on an iPhone', until: new Date(trial.clock.now().getTime() + 30 * DAY) },
    ]);
    const there = (await devices.own(id, others[0])).find(({ isThis }) => isThis)!;
    await devices.endOne((await trial.aPerson('member')).id, there.id);
    expect(await use(others[0]!)).toBe(id);
    await devices.endOne(id, there.id);
    expect(await use(others[0]!)).toBeUndefined();
    await devices.endOthers(id, secret);
    expect([await use(secret), await use(others[1]!)]).toEqual([id, undefined]);
    await devices.endAll(id);
    expect(await use(secret)).toBeUndefined();
    expect((await trial.audited(there.id)).map(({ action }) => action)).toEqual(['device.remembered', 'device.ended']);
  });

  it('takes the place of what the browser had, and can be forgotten there', async () => {
    const { id, secret } = await aDevice('member');
    const again = (await remember(id, secret))!;
    expect([await use(secret), await use(again)]).toEqual([undefined, id]);
    await devices.forget(again);
    expect(await use(again)).toBeUndefined();
  });
});
