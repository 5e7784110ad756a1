import { isHostOf } from './host-of-version';

const id = '01234567-89ab-4cde-8f01-23456789abcd';

describe('the host of a course version', () => {
  it('is its own when every version has one', () => {
    const origin = 'https://*.content.example';
    expect(isHostOf(origin, 'v0123456789ab4cde8f0123456789abcd.content.example', id)).toBe(true);
    expect(isHostOf(origin, 'v99999999999999999999999999999999.content.example', id)).toBe(false);
    expect(isHostOf(origin, 'content.example', id)).toBe(false);
  });

  it('is any when they share one', () => {
    expect(isHostOf('http://127.0.0.1:3001', 'proxy.internal', id)).toBe(true);
  });
});
