import type { Browser } from 'puppeteer';
import type { Album } from '../scene';

export interface GuideStage {
  browser: Browser;
  site: string;
  album: Album;
}
