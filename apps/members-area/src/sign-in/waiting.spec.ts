import { readWaiting, waitingCookie } from './waiting';

const waiting = {
  secret: 'a'.repeat(43),
  linkId: '0190f5fe-7c00-7a00-8000-000000000001',
  email: 'o’neill@northmoor.example',
};

describe('the cookie of a waiting browser', () => {
  it('is read as it was written', () => {
    expect(readWaiting(waitingCookie(waiting))).toEqual(waiting);
  });

  it.each([undefined, '', 'x.y.z', `${'a'.repeat(43)}.not-an-id.`])('is ignored when it is %j', (cookie) => {
    expect(readWaiting(cookie)).toBeUndefined();
  });
});
