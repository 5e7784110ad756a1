import { Desk } from '../../../../../test/support/given-desk';

const MINUTE = 60_000;

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk.close());

describe('how long a browser stays signed in', () => {
  const ask = (method: 'GET' | 'POST', url: string, signIn: string, accept = 'application/json') =>
    desk.app.inject({
      method,
      url,
      headers: { accept, cookie: `induct=${signIn}`, origin: desk.config.SITE_ORIGIN },
    });
  const left = async (signIn: string) => (await ask('GET', '/sign-in/left', signIn)).json();

  it('is told without being prolonged, and prolonged with one press while the twelve hours last', async () => {
    const signIn = await desk.signIn(await desk.who('officer'));
    expect(await left(signIn)).toEqual({ seconds: 1800, extendable: true });
    desk.clock.advance(28 * MINUTE);
    expect(await left(signIn)).toEqual({ seconds: 120, extendable: true });
    const stay = await ask('POST', '/sign-in/stay', signIn);
    expect(stay.json()).toEqual({ seconds: 1800, extendable: true });
    for (let times = 0; times < 23; times++) {
      desk.clock.advance(29 * MINUTE);
      expect((await ask('GET', '/admin', signIn, 'text/html')).statusCode).toBe(200);
    }
    desk.clock.advance(10 * MINUTE);
    expect(await left(signIn)).toEqual({ seconds: 15 * 60, extendable: false });
    desk.clock.advance(15 * MINUTE);
    expect(await left(signIn)).toEqual({ seconds: 0, extendable: false });
    expect((await ask('POST', '/sign-in/stay', signIn)).statusCode).toBe(401);
    expect(await left('')).toEqual({ seconds: 0, extendable: false });
  });
});
