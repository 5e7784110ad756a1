import { CookieJar } from './cookie-jar';

export interface GuardEvents {
  /** Content closes its window. */
  close: () => void;
  /** The browser did not let content open a window. @param open opens it, at a press of the member */
  blocked: (open: () => void) => void;
  /** Something that a page asked for is not let in. @param what the directive of its policy, such as `script-src-elem` */
  notLetIn?: (what: string, address: string) => void;
}

type Realm = Window & { Object: object; Document: typeof Document };

/** More turns than there are between one page of a frame and the next. */
const MOST_TURNS = 1000;

/**
 * What content finds changed on its window: before its first script, because whatever page goes away is followed by a look
 * at every turn until the next has come; and once more when content looks for the run-time.
 *
 * It keeps honest content from leaving and from littering. It keeps no attacker from anything: docs/decisions/0919.
 */
export class Guard {
  private readonly guarded = new WeakSet();
  private readonly jar = new CookieJar();

  constructor(private readonly events: GuardEvents) {}

  put(window: Window): void {
    const realm = window as Realm;
    if (this.guarded.has(realm.Object)) return;
    this.guarded.add(realm.Object);
    realm.close = this.events.close;
    this.noticeBlockedWindows(realm);
    realm.document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, disposition }) => {
      if (disposition === 'enforce') this.events.notLetIn?.(effectiveDirective, blockedURI);
    });
    const { jar } = this;
    Object.defineProperty(realm.Document.prototype, 'cookie', {
      get: () => jar.text(),
      set(line: unknown) {
        jar.set(String(line), Date.now());
      },
    });
    Object.defineProperty(realm, 'cookieStore', { value: undefined });
    realm.addEventListener('pagehide', () => this.putOnNext(realm, realm.Object));
  }

  /** The window stays the same for us, and gets new insides with every page. */
  private putOnNext(window: Realm, before: object): void {
    const turns = new MessageChannel();
    let left = MOST_TURNS;
    turns.port1.onmessage = () => {
      try {
        if (window.Object !== before) return this.put(window);
      } catch {
        // A page of another origin: there is nothing to guard.
        return;
      }
      if (left-- > 0) turns.port2.postMessage(0);
    };
    turns.port2.postMessage(0);
  }

  private noticeBlockedWindows(realm: Realm): void {
    const open = realm.open.bind(realm);
    realm.open = (url, ...more) => {
      const opened = open(url, ...more);
      if (opened === null && !saysNoOpener(more[1])) {
        // Opened by us, a relative address would be relative to our page.
        const address = url === undefined || url === '' ? url : new URL(url, realm.document.baseURI);
        this.events.blocked(() => void open(address, ...more));
      }
      return opened;
    };
  }
}

/** Such a window is opened, and nothing is answered. */
const saysNoOpener = (features: string | undefined): boolean => /\bno(opener|referrer)\b/i.test(features ?? '');
