export { type BrowserPlace, launchBrowser } from './browser';
export { printing } from './printing.lib';
