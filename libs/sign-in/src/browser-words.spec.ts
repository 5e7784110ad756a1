import { browserWords } from './browser-words';

const WEBKIT = 'AppleWebKit/605.1.15 (KHTML, like Gecko)';
const BLINK = 'AppleWebKit/537.36 (KHTML, like Gecko)';

it.each([
  [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${BLINK} Chrome/148.0.0.0 Safari/537.36`, 'Chrome on Windows'],
  [
    `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${BLINK} Chrome/148.0.0.0 Safari/537.36 Edg/148.0.0.0`,
    'Edge on Windows',
  ],
  [
    `Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) ${WEBKIT} Version/19.0 Mobile/15E148 Safari/604.1`,
    'Safari on an iPhone',
  ],
  [
    `Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) ${WEBKIT} CriOS/148.0 Mobile/15E148 Safari/604.1`,
    'Chrome on an iPhone',
  ],
  [`Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${WEBKIT} Version/19.0 Safari/605.1.15`, 'Safari on a Mac'],
  [`Mozilla/5.0 (Linux; Android 16; K) ${BLINK} Chrome/148.0.0.0 Mobile Safari/537.36`, 'Chrome on an Android phone'],
  [
    `Mozilla/5.0 (Linux; Android 16; SM-X910) ${BLINK} SamsungBrowser/28.0 Chrome/140.0.0.0 Safari/537.36`,
    'Samsung Internet on an Android tablet',
  ],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0', 'Firefox on Linux'],
  [`Mozilla/5.0 (X11; CrOS x86_64 16181.0.0) ${BLINK} Chrome/148.0.0.0 Safari/537.36`, 'Chrome on a Chromebook'],
  ['curl/8.5.0', 'A browser we do not know'],
  ['<script>alert(1)</script>', 'A browser we do not know'],
  [null, 'A browser we do not know'],
])('calls %s what its owner calls it', (userAgent, words) => {
  expect(browserWords(userAgent)).toBe(words);
});
