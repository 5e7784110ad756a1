import { said, w } from '@induct/platform';

/** The first that fits says it: Edge calls itself Chrome too, and Chrome calls itself Safari. */
const BROWSERS: readonly [RegExp, string][] = [
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/OPR\/|OPiOS\//, 'Opera'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/FxiOS\/|Firefox\//, 'Firefox'],
  [/CriOS\/|Chrome\/|Chromium\//, 'Chrome'],
  [/Version\/[\d.]+.* Safari\//, 'Safari'],
];
const DEVICES: readonly [RegExp, string][] = [
  [/iPhone/, 'an iPhone'],
  [/iPad/, 'an iPad'],
  [/Android.*Mobile/, 'an Android phone'],
  [/Android/, 'an Android tablet'],
  [/CrOS/, 'a Chromebook'],
  [/Windows/, 'Windows'],
  [/Macintosh|Mac OS X/, 'a Mac'],
  [/Linux|X11/, 'Linux'],
];

const named = (of: readonly [RegExp, string][], userAgent: string | null | undefined): string | undefined =>
  of.find(([pattern]) => pattern.test(userAgent ?? ''))?.[1];

/** A browser as its owner would call it: `Chrome on an Android phone`. For what is on record. @param userAgent what it says of itself */
export function browserWords(userAgent: string | null | undefined): string {
  const [browser, device] = [named(BROWSERS, userAgent), named(DEVICES, userAgent)];
  if (browser && device) return `${browser} on ${device}`;
  if (browser) return browser;
  return device ? `A browser on ${device}` : 'A browser we do not know';
}

/** The same, for whoever reads it. */
export function readerBrowser(userAgent: string | null | undefined): string {
  const [browser, device] = [named(BROWSERS, userAgent), named(DEVICES, userAgent)];
  if (browser && device) return w`${browser} on ${said(device)}`;
  if (browser) return browser;
  return device ? w`A browser on ${said(device)}` : said('A browser we do not know');
}
