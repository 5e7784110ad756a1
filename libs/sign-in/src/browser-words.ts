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

/** A browser as its owner would call it: `Chrome on an Android phone`. @param userAgent what it says of itself */
export function browserWords(userAgent: string | null | undefined): string {
  const named = (of: readonly [RegExp, string][]) => of.find(([pattern]) => pattern.test(userAgent ?? ''))?.[1];
  const [browser, device] = [named(BROWSERS), named(DEVICES)];
  if (browser && device) return `${browser} on ${device}`;
  if (browser) return browser;
  return device ? `A browser on ${device}` : 'A browser we do not know';
}
