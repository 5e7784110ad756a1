import type { Keeper, KeeperEvents } from './keeper';
import { type FromModule, messageIn } from './messages';
import type { Report } from '../kept/report';

/** After this long without a word a report counts as lost; the next one may still be taken. */
const PATIENCE_MS = 15_000;

/**
 * The page around this one, which has the learning system: it is whoever sent the first "start". The server has said which
 * websites may be around us (frame-ancestors).
 */
export class Partner implements Keeper {
  private origin: string | undefined;
  private told = 0;
  private waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly events: KeeperEvents) {
    window.addEventListener('message', (event) => {
      // A page without an origin cannot be answered without answering everybody.
      if (event.source !== window.parent || event.origin === 'null') return;
      if (this.origin !== undefined && event.origin !== this.origin) return;
      this.hear(event.data, event.origin);
    });
    // It holds nothing, and says who we are: the browser does.
    this.send({ induct: 'ready' }, '*');
  }

  tell(report: Report): void {
    this.told++;
    if (this.origin !== undefined) this.send({ induct: 'report', number: this.told, report }, this.origin);
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.events.lost(), PATIENCE_MS);
  }

  leave(): void {
    if (this.origin !== undefined) this.send({ induct: 'leave' }, this.origin);
  }

  private hear(data: unknown, origin: string): void {
    const message = messageIn(data);
    if (message?.induct === 'start' && this.origin === undefined) {
      this.origin = origin;
      this.events.start(message.known);
    }
    if ((message?.induct !== 'kept' && message?.induct !== 'lost') || message.report !== this.told) return;
    clearTimeout(this.waiting);
    if (message.induct === 'kept') this.events.kept(message.isWhole);
    else this.events.lost();
  }

  private send(message: FromModule, to: string): void {
    window.parent.postMessage(message, to);
  }
}
