import { networkOf, trustedProxies } from './trusted-proxies';

describe('the proxies that are believed', () => {
  it.each([
    ['10.0.0.5', ['10.0.0.5']],
    ['10.0.0.0/24, 2001:db8::/32', ['10.0.0.0/24', '2001:db8::/32']],
    ['::1 127.0.0.1', ['::1', '127.0.0.1']],
  ])('are addresses and networks: %s', (text, list) => {
    expect(trustedProxies.parse(text)).toEqual(list);
  });

  it.each(['true', 'loopback', '10.0.0', '10.0.0.0/33', '0.0.0.0/0', '::/0', '10.0.0.1/24/8', 'caddy'])(
    'are never %s',
    (text) => {
      expect(trustedProxies.safeParse(text).success).toBe(false);
    },
  );
});

describe('the network that a limit counts by', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0db8:0001:0002::1', '2001:db8:1:2::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ])('of %s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
