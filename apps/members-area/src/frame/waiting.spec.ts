import { readWaiting, waitingCookie } from './waiting';

const waiting = {
  secret: 'a'.repeat(43),
  isSent: true,
  email: 'o’neill@northmoor.example',
};

describe('the cookie of a waiting browser', () => {
  it('is read as it was written', () => {
    for (const isSent of [true, false]) {
      expect(readWaiting(waitingCookie({ ...waiting, isSent }))).toEqual({ ...waiting, isSent });
    }
  });

  it.each([undefined, '', 'x.y.z', `${'a'.repeat(43)}.not-an-id.`])('is ignored when it is %j', (cookie) => {
    expect(readWaiting(cookie)).toBeUndefined();
  });
});
