import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { CONFIG, type Config } from '@induct/platform';
import type { Delivery } from '../outbox/deliveries';
import type { Carrier, Returned } from './carrier';
import { carrierFor, wayOut } from './way-out';

/** How long handing over a letter may take when the worker ends: a server may say nothing for as long as an orderly end may take. */
const FINISH_MS = 5000;

/** Hands letters over: to the mail server, to GOV.UK Notify, or to nobody. */
@Injectable()
export class Postman implements OnApplicationBootstrap, BeforeApplicationShutdown, OnApplicationShutdown {
  private readonly over = new AbortController();
  private readonly carrier: Carrier;

  /** @throws when an address in the settings cannot be read: said at the start, not with the first letter */
  constructor(@Inject(CONFIG) private readonly config: Config) {
    this.carrier = carrierFor(config);
  }

  /** Only a demonstration shows its letters on a page: everywhere else they would be seen by nobody. */
  onApplicationBootstrap(): void {
    if (wayOut(this.config) !== 'nowhere' || this.config.DEMO) return;
    new Logger(Postman.name).warn(
      'Neither SMTP_URL nor NOTIFY_API_KEY is set: letters are written down and sent to nobody, so nobody can sign in by letter.',
    );
  }

  /** @throws when it could not be handed over, or the worker ends meanwhile: then it is tried again; Undeliverable: it is not */
  async deliver(letter: Delivery): Promise<void> {
    await this.carrier.carry(letter, this.over.signal);
  }

  /** Letters that were handed over and came back. @param sentOf those of some references that are letters of ours, and have gone */
  returned(sentOf: Parameters<Carrier['returned']>[0]): Promise<Returned[]> {
    return this.carrier.returned(sentOf, this.over.signal);
  }

  /** Before the queue waits for its letters. */
  beforeApplicationShutdown(): void {
    setTimeout(() => this.over.abort(new Error('The worker is ending')), FINISH_MS).unref();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.carrier.close();
  }
}
