import { lookup } from 'node:dns/promises';
import { connect as connectPlain } from 'node:net';
import type { Duplex } from 'node:stream';
import { connect as connectSecure } from 'node:tls';
import { Injectable } from '@nestjs/common';

/** Where a request goes: to an address that was looked at, whatever the name means a moment later. */
export interface Destination {
  address: string;
  port: number;
  /** The name that the certificate has to be for; undefined: no certificate. */
  secureAs: string | undefined;
}

/** The internet, as far as a look at an address needs it. */
export abstract class Network {
  /** Every address of a host name. */
  abstract addressesOf(host: string): Promise<string[]>;
  abstract connect(to: Destination): Duplex;
}

@Injectable()
export class Internet extends Network {
  async addressesOf(host: string): Promise<string[]> {
    return (await lookup(host, { all: true, order: 'ipv4first' })).map(({ address }) => address);
  }

  connect({ address, port, secureAs }: Destination): Duplex {
    if (secureAs === undefined) return connectPlain({ host: address, port });
    return connectSecure({ host: address, port, servername: secureAs });
  }
}
