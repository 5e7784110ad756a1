import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Browser } from 'puppeteer';
import { unpackedChromium } from './unpacked-chromium';

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];
/** What suits a cloud function that lives for one page, and nobody else. */
const UNWANTED = [
  '--no-sandbox',
  '--disable-setuid-sandbox',
  '--single-process',
  '--no-zygote',
  '--disable-web-security',
  '--allow-running-insecure-content',
  '--disable-site-isolation-trials',
];

/**
 * Never sent anywhere by itself: no updates, no variations, no safe-browsing lists. QUIC is off because it would go
 * around a proxy.
 */
const SILENT = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
];

export interface BrowserPlace {
  /** Keeps the unpacked browser between runs. */
  dataDir: string;
  /** CHROMIUM_PATH: use this browser. */
  executablePath?: string;
  /** Use the browser that npm brought even when another is installed. */
  bundled?: boolean;
  /** Whether Chromium's own sandbox must be on; `auto` does without where the system does not allow one. */
  sandbox?: 'auto' | 'required' | 'off';
}

/** Puppeteer's own answer to a signal is to end the process, while we are closing applications, queue and database. */
const OUR_SIGNALS = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false };
const WITHOUT_SANDBOX = ['--no-sandbox', '--disable-setuid-sandbox'];

/**
 * One browser for the life of the process: the one named, else an installed one, else the one that npm brought.
 * Chromium's sandbox is on unless we run as root (it cannot be then) or the system has no user namespaces to spare.
 * @param args further arguments for Chromium
 */
export async function launchBrowser(place: BrowserPlace, args: string[] = []): Promise<Browser> {
  const open = (more: string[]) => launch(place, [...SILENT, ...args, ...more]);
  if (place.sandbox === 'off' || process.getuid?.() === 0) return open(WITHOUT_SANDBOX);
  try {
    return await open([]);
  } catch (error) {
    const noSandbox = error instanceof Error && /sandbox/i.test(error.message);
    if (!noSandbox || place.sandbox === 'required') throw error;
    return open(WITHOUT_SANDBOX);
  }
}

/** Loaded when the first browser is: a start that prints nothing need not wait for it. */
const loadPuppeteer = async () => (await import('puppeteer')).default;

async function launch(place: BrowserPlace, args: string[]): Promise<Browser> {
  const own = place.executablePath ?? (place.bundled ? undefined : INSTALLED.find((path) => existsSync(path)));
  if (!own) return launchBundled(place.dataDir, args);
  return (await loadPuppeteer()).launch({ ...OUR_SIGNALS, executablePath: own, pipe: true, args });
}

async function launchBundled(dataDir: string, args: string[]): Promise<Browser> {
  // The package does not export its package.json.
  const manifest = resolve(require.resolve('@sparticuz/chromium'), '../../package.json');
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
  const home = resolve(dataDir, `chromium-${version}`);
  mkdirSync(home, { recursive: true });
  const before = { ...process.env };
  try {
    process.env.TMPDIR = home;
    // Makes it unpack the system libraries that a bare machine lacks.
    process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs24.x';
    const { default: chromium } = await import('@sparticuz/chromium');
    chromium.setGraphicsMode = false;
    const executablePath = await unpackedChromium(home, (into) => {
      // It unpacks into os.tmpdir(), and takes what it finds there for whole and for its own version.
      process.env.TMPDIR = into;
      return chromium.executablePath();
    });
    process.env.TMPDIR = home;
    const unpacked = dirname(executablePath);
    // Its own fonts.conf names the system temporary folder: without this one every text is missing from the PDF.
    const fonts = join(home, 'fonts.conf');
    writeFileSync(
      fonts,
      `<?xml version="1.0"?><fontconfig><dir>${unpacked}/fonts/fonts</dir><dir>/usr/share/fonts</dir><cachedir>${home}/fonts-cache</cachedir></fontconfig>`,
    );
    return await (
      await loadPuppeteer()
    ).launch({
      ...OUR_SIGNALS,
      executablePath,
      headless: 'shell',
      pipe: true, // the browser ends when our end of the pipe does, even by kill -9
      args: [...chromium.args.filter((arg) => !UNWANTED.includes(arg)), ...args],
      env: { ...process.env, HOME: home, FONTCONFIG_FILE: fonts, LD_LIBRARY_PATH: join(unpacked, 'al2023/lib') },
    });
  } finally {
    for (const name of ['TMPDIR', 'AWS_LAMBDA_JS_RUNTIME', 'LD_LIBRARY_PATH', 'FONTCONFIG_PATH', 'HOME']) {
      if (before[name] === undefined) delete process.env[name];
      else process.env[name] = before[name];
    }
  }
}
