import { gunzipSync } from 'node:zlib';
import { didOf, statusListOf } from './credential';
import { encodedList, LIST_BITS } from './status-list';

const site = 'https://members.example.gov.uk';

describe('a list of what no longer counts', () => {
  it('has a bit for each place, the first leftmost', () => {
    const { encodedList: encoded } = statusListOf(
      { site, did: didOf(site) },
      {
        purpose: 'revocation',
        list: 0,
        encoded: encodedList([0, 9, LIST_BITS - 1]),
        at: new Date('2026-11-29T10:00:00Z'),
      },
    )['credentialSubject'] as { encodedList: string };
    const bits = gunzipSync(Buffer.from(encoded.slice(1), 'base64url'));
    expect([encoded[0], bits.length, bits[0], bits[1], bits.at(-1)]).toEqual(['u', LIST_BITS / 8, 0x80, 0x40, 1]);
  });

  it('gives no place twice', () => {
    const places = new Set<number>();
    for (let counter = 0; counter < LIST_BITS; counter++) places.add((counter * 74093 + 24421) % LIST_BITS);
    expect(places.size).toBe(LIST_BITS);
  });
});
