export { type BrowserPlace, launchBrowser } from './browser';
