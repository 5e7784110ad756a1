const BLANK = 'about:blank';
const UNLOAD_PATIENCE_MS = 1500;

/** The iframe the content runs in. Its moves leave no trace in the browser's history, so "Back" leaves the player. */
export class Frame {
  constructor(
    private readonly element: HTMLIFrameElement,
    private readonly onClose: () => void,
  ) {
    element.addEventListener('load', () => this.watch(element.contentWindow));
  }

  /** Lets the content go, with its unload handlers: they still reach the run-time. */
  async empty(): Promise<void> {
    await new Promise<void>((done) => {
      this.element.addEventListener('load', () => done(), { once: true });
      setTimeout(done, UNLOAD_PATIENCE_MS);
      this.element.contentWindow!.location.replace(BLANK);
    });
  }

  open(href: string, title: string): void {
    this.element.title = title;
    this.element.addEventListener('load', () => this.element.focus(), { once: true });
    this.element.contentWindow!.location.replace(new URL(href, location.href));
  }

  /** Content that "closes its window" wants to leave; the browser itself would do nothing, or leave a blank page. */
  private watch(target: Window | null): void {
    try {
      if (!target || target.location.href === BLANK) return;
      target.close = this.onClose;
      for (const inner of target.document.querySelectorAll('iframe, frame')) {
        const frame = inner as HTMLIFrameElement;
        this.watch(frame.contentWindow);
        frame.addEventListener('load', () => this.watch(frame.contentWindow));
      }
    } catch {
      // A frame of another origin: it cannot close anything of ours.
    }
  }
}
