import type { HostUse, OutsideHost } from './outside-host';
import { flashIn } from './flash';
import { inPage } from './in-page';
import { codeOnLoad, goesTo, opensWindow } from './on-load';
import { inScript, inStyle, isOutside, type Reference } from './references';

/** A package that names more has something else wrong with it. */
const MOST_HOSTS = 100;
/** Of a launch page and of each script that it includes. */
const LONGEST_CODE = 512 * 1024;

/** What was noticed in the files of a package about the world outside it. */
export interface OutsideContent {
  hosts: OutsideHost[];
  /** How many addresses begin with `http:`, and the first file that has one. */
  insecure: { count: number; where: string };
  /** Pages that go on to another website by themselves. */
  goes: { host: string; where: string }[];
  /** Forms that are sent to another website. */
  sends: { host: string; where: string }[];
  /** Launch pages that open a window as soon as they are loaded. */
  opens: string[];
  flash: { where: string; fallback: boolean; isLaunchPage: boolean }[];
}

/** Looks at the files of a package, one after the other, for what they load from elsewhere. */
export class OutsideLook {
  private readonly hosts = new Map<string, { uses: Set<HostUse>; certain: boolean; where: string }>();
  private readonly insecure = { count: 0, where: '' };
  private readonly goes: OutsideContent['goes'] = [];
  private readonly sends: OutsideContent['sends'] = [];
  private readonly flash = new Map<string, { fallback: boolean; isLaunchPage: boolean }>();
  private readonly opens: string[] = [];

  /** @param content the whole of the file, or a piece of a large one */
  file(path: string, contentType: string, content: Buffer): void {
    const how = readers.find(({ of }) => of.test(contentType));
    // Most scripts name nothing: no text is made of them.
    if (!how || !(how.read === inPage || signs.some((sign) => content.includes(sign)))) return;
    const text = content.toString('latin1');
    for (const reference of how.read(text)) this.take(path, reference);
    for (const data of encodedData(text)) for (const reference of inScript(data)) this.take(path, reference);
    if (how.read === inPage) this.noteFlash(path, text, false);
  }

  /** @param scripts of the package that the page includes */
  launchPage(path: string, html: string, scripts: readonly string[]): void {
    const page = html.slice(0, LONGEST_CODE);
    const code = codeOnLoad(
      page,
      scripts.map((script) => script.slice(0, LONGEST_CODE)),
    );
    if (opensWindow(code)) this.opens.push(path);
    const url = goesTo(code);
    if (url) this.take(path, { url, use: 'goes', certain: true });
    this.noteFlash(path, page, true);
  }

  seen(): OutsideContent {
    const hosts = Array.from(this.hosts, ([host, { uses, ...more }]) => ({
      host,
      uses: [...uses].toSorted(),
      ...more,
    }));
    return {
      hosts: hosts.toSorted((a, b) => Number(b.certain) - Number(a.certain) || a.host.localeCompare(b.host)),
      insecure: this.insecure,
      goes: this.goes,
      sends: this.sends,
      opens: this.opens,
      flash: Array.from(this.flash, ([where, how]) => ({ where, ...how })),
    };
  }

  private noteFlash(path: string, text: string, isLaunchPage: boolean): void {
    const flash = flashIn(text.slice(0, LONGEST_CODE));
    if (flash) this.flash.set(path, { ...flash, isLaunchPage });
  }

  private take(where: string, { url, use, certain }: Reference): void {
    const host =
      isOutside(url) && URL.canParse(url, 'https://package.invalid') ? new URL(url, 'https://x').hostname : '';
    if (!host.includes('.') || isNobodys(host)) return;
    if (use === 'goes' || use === 'sends') {
      if (this[use].length < MOST_HOSTS) this[use].push({ host, where });
      return;
    }
    if (certain && /^\s*http:/i.test(url)) {
      this.insecure.count++;
      this.insecure.where ||= where;
    }
    this.note(host, use, certain, where);
    // Its style sheets name their fonts, which nobody sees here.
    if (host === 'fonts.googleapis.com') this.note('fonts.gstatic.com', 'styles', certain, where);
  }

  private note(host: string, use: HostUse, certain: boolean, where: string): void {
    const known = this.hosts.get(host);
    if (known) {
      known.uses.add(use);
      known.certain ||= certain;
    } else if (this.hosts.size < MOST_HOSTS) {
      this.hosts.set(host, { uses: new Set([use]), certain, where });
    }
  }
}

/** One of them is in whatever names an address: as it is, escaped, or encoded. */
const signs = ['//', '\\/\\/', '"eyJ', '"W3si', "'eyJ", "'W3si"];

const readers: readonly { of: RegExp; read: (text: string) => Reference[] }[] = [
  { of: /^text\/html|xhtml/, read: inPage },
  { of: /^text\/css|svg/, read: inStyle },
  { of: /javascript|json/, read: inScript },
];

/** Several tools put the whole course into one string: JSON in Base64. */
function encodedData(text: string): string[] {
  return Array.from(text.matchAll(/["'](?:eyJ|W3si)[A-Za-z0-9+/]{200,}={0,2}["']/g), ([quoted]) =>
    Buffer.from(quoted.slice(1, -1), 'base64').toString('latin1'),
  );
}

/** Names that documents have as examples, and namespaces. */
const isNobodys = (host: string): boolean =>
  /(^|\.)(example\.(com|org|net)|example|invalid|test|localhost|w3\.org|xmlsoap\.org)$/.test(host);
