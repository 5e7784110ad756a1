import { Guard, type GuardEvents } from './guard';
import { showPdfsElsewhere } from './pdf';
import type { Own } from './watch';

const BLANK = 'about:blank';
const UNLOAD_PATIENCE_MS = 1500;
/** Content that builds its page late is measured again. */
const MEASURE_AGAIN_MS = [300, 1500];

export interface FrameEvents extends GuardEvents {
  /** A page holds a PDF that the browser does not show there. */
  pdf: (open: () => void) => void;
  /** Another part comes into it. */
  begun: () => void;
  /** A page of the content has been read, or its layout may have changed. */
  loaded: (content: Document) => void;
}

/** The iframe the content runs in. Its moves leave no trace in the browser's history, so "Back" leaves the player. */
export class Frame {
  private readonly guard: Guard;
  private readonly watched = new WeakSet<Document>();
  private isUsed = false;

  constructor(
    private current: HTMLIFrameElement,
    private readonly own: Own,
    private readonly events: FrameEvents,
  ) {
    this.guard = new Guard(events);
    this.begin(current);
  }

  get element(): HTMLIFrameElement {
    return this.current;
  }

  /** The page that is open in it. */
  get document(): Document | null {
    return this.current.contentDocument;
  }

  /** Lets the content go, with its unload handlers: they still reach the run-time. */
  async empty(): Promise<void> {
    if (!this.document || this.document.location.href === BLANK) return;
    await new Promise<void>((done) => {
      this.current.addEventListener('load', () => done(), { once: true });
      setTimeout(done, UNLOAD_PATIENCE_MS);
      this.current.contentWindow!.location.replace(BLANK);
    });
  }

  /** In a frame that has shown nothing yet: see Guard. */
  open(href: string, title: string): void {
    if (this.isUsed) this.renew();
    this.isUsed = true;
    this.own(() => {
      this.current.title = title;
      this.current.src = new URL(href, location.href).href;
    });
    const { current } = this;
    current.addEventListener('load', () => current.focus(), { once: true });
    this.events.begun();
  }

  /** Whether content is just now being told that one of its pages goes away. */
  get isBeingLeft(): boolean {
    return this.windows().some((window) => /^(beforeunload|unload|pagehide)$/.test(window.event?.type ?? ''));
  }

  /** Content has found the run-time: whichever page it came from is guarded from now on. */
  guardAll(): void {
    for (const window of this.windows()) this.guard.put(window);
  }

  private renew(): void {
    const fresh = this.current.cloneNode(false) as HTMLIFrameElement;
    for (const name of ['src', 'style']) fresh.removeAttribute(name);
    this.own(() => this.current.replaceWith(fresh));
    this.current = fresh;
    this.begin(fresh);
  }

  private begin(frame: HTMLIFrameElement): void {
    if (frame.contentWindow) this.guard.put(frame.contentWindow);
    frame.addEventListener('load', () => this.watch(frame.contentDocument));
  }

  private watch(content: Document | null): void {
    if (!content?.defaultView || this.watched.has(content) || content.location.href === BLANK) return;
    this.watched.add(content);
    this.guard.put(content.defaultView);
    showPdfsElsewhere(content, this.events.pdf);
    for (const inner of content.querySelectorAll<HTMLIFrameElement>('iframe, frame')) {
      this.watch(inner.contentDocument);
      inner.addEventListener('load', () => this.watch(inner.contentDocument));
    }
    const look = () => content.defaultView && this.events.loaded(content);
    look();
    for (const ms of MEASURE_AGAIN_MS) setTimeout(look, ms);
  }

  /** Of all pages in it that are of this origin. */
  private windows(window = this.current.contentWindow): Window[] {
    try {
      if (!window?.document) return [];
      const inner = Array.from({ length: window.length }, (_, at) => this.windows(window[at]!));
      return [window, ...inner.flat()];
    } catch {
      // Of another origin: nothing there can reach the run-time.
      return [];
    }
  }
}
