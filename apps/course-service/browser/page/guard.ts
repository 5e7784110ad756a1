import { CookieJar } from './cookie-jar';

export interface GuardEvents {
  /** Content closes its window. */
  close: () => void;
  /** The browser did not let content open a window. @param open opens it, at a press of the member */
  blocked: (open: () => void) => void;
}

type Realm = Window & { Object: object; Document: typeof Document };

/**
 * What content finds changed on its window. A frame that has just been made shows an empty document, and the first page
 * that comes into it gets the same window: so this is there before that page's first script. Later pages are guarded when
 * they have been read, or when they look for the run-time.
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
    const { jar } = this;
    Object.defineProperty(realm.Document.prototype, 'cookie', {
      get: () => jar.text(),
      set: (line: unknown) => jar.set(String(line), Date.now()),
    });
    Object.defineProperty(realm, 'cookieStore', { value: undefined });
  }

  private noticeBlockedWindows(realm: Realm): void {
    const open = realm.open.bind(realm);
    realm.open = (...given) => {
      const opened = open(...given);
      if (opened === null && !saysNoOpener(given[2])) this.events.blocked(() => void open(...given));
      return opened;
    };
  }
}

/** Such a window is opened, and nothing is answered. */
const saysNoOpener = (features: string | undefined): boolean => /\bno(opener|referrer)\b/i.test(features ?? '');
