import { BlockList, isIP, isIPv6 } from 'node:net';

/** Of IPv4 what is not the public internet (RFC 6890 and the registry of special-purpose addresses). */
const NOT_PUBLIC_4: readonly [string, number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];
/** Of what is given out as public in IPv6: what is no host, and what carries an IPv4 address in it (Teredo, 6to4). */
const NOT_PUBLIC_6: readonly [string, number][] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

const refused4 = new BlockList();
for (const [net, bits] of NOT_PUBLIC_4) refused4.addSubnet(net, bits, 'ipv4');
const refused6 = new BlockList();
for (const [net, bits] of NOT_PUBLIC_6) refused6.addSubnet(net, bits, 'ipv6');
/** All that is given out as public in IPv6: loopback, link-local, unique local and IPv4 inside IPv6 lie beyond it. */
const given6 = new BlockList();
given6.addSubnet('2000::', 3, 'ipv6');

/** Whether an address is one of the public internet: the only ones at which we look. @param address `192.0.2.1`, `2001:db8::1` */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 0) return false;
  if (isIPv6(address)) return given6.check(address, 'ipv6') && !refused6.check(address, 'ipv6');
  return !refused4.check(address, 'ipv4');
}
