import { type IncomingMessage, request } from 'node:http';
import { isIP } from 'node:net';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '@induct/platform';
import { isPublicAddress } from './public-address';
import { type Destination, Network } from './network';
import { type Look, lookOfError, lookOfStatus, NOT_PUBLIC } from './look';

/** For a name, a connection and the head of an answer together, at each address on the way. */
const PATIENCE_MS = 10_000;
const MOST_REDIRECTS = 5;
/** Websites, and what stands in for them while they are tried. */
const PORTS = new Set([80, 443, 8080, 8443]);

type Answered = { status: number; location: string | undefined };

/**
 * Looks whether an address answers: one request, of whose answer only the head is read. Names are resolved here, every address is
 * judged, and the connection goes to the one that was judged: at the first address and again at each redirect. So nobody leads us
 * into a network of our own, by a name that means another address a moment later either.
 */
@Injectable()
export class LinkReader {
  constructor(
    private readonly network: Network,
    @Inject(CONFIG) private readonly config: Pick<Config, 'SITE_ORIGIN'>,
  ) {}

  /** Never throws. @param address `https://…` */
  async look(address: string): Promise<Look> {
    let url = new URL(address);
    for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
      const answer = await this.ask(url).catch(lookOfError);
      if ('outcome' in answer) return answer;
      const { status, location } = answer;
      if (location === undefined) return lookOfStatus(status);
      if (!URL.canParse(location, url.href)) return { outcome: 'unsure', why: 'redirects', status };
      url = new URL(location, url);
    }
    return { outcome: 'unsure', why: 'redirects', status: null };
  }

  private async ask(url: URL): Promise<Look | Answered> {
    if (url.protocol !== 'https:' && url.protocol !== 'http:')
      return { outcome: 'unsure', why: 'address', status: null };
    const secure = url.protocol === 'https:';
    const port = Number(url.port || (secure ? 443 : 80));
    if (!PORTS.has(port)) return { outcome: 'unsure', why: 'address', status: null };
    const host = url.hostname.replace(/^\[|\]$/g, '');
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const addresses = isIP(host) ? [host] : await within(signal, this.network.addressesOf(host));
    const [first] = addresses;
    if (first === undefined) return { outcome: 'fails', why: 'no-name', status: null };
    if (!addresses.every(isPublicAddress)) return NOT_PUBLIC;
    return await this.head(url, { address: first, port, secureAs: secure ? host : undefined }, signal);
  }

  private head(url: URL, to: Destination, signal: AbortSignal): Promise<Answered> {
    return new Promise((resolve, reject) => {
      const asked = request({
        createConnection: () => this.network.connect(to),
        method: 'GET',
        path: url.pathname + url.search,
        headers: {
          host: url.host,
          accept: 'text/html,application/xhtml+xml,*/*;q=0.8',
          'user-agent': `Induct link check (${this.config.SITE_ORIGIN})`,
          connection: 'close',
        },
        signal,
      });
      asked.on('error', reject);
      asked.on('response', ({ statusCode = 0, headers }: IncomingMessage) => {
        const leads = [301, 302, 303, 307, 308].includes(statusCode);
        resolve({ status: statusCode, location: leads ? headers.location : undefined });
        asked.destroy();
      });
      asked.end();
    });
  }
}

/** What cannot be stopped is not waited for. */
function within<T>(signal: AbortSignal, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    promise.then(resolve, reject);
  });
}
