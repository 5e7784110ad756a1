import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findRooms } from './rooms';
import { siteMap } from './site-map';
import { sitePlan } from './site-plan';

const FILE = join(__dirname, '../../../../docs/site-map.md');

describe('docs/site-map.md', () => {
  it('says what the screens say of themselves', () => {
    const now = siteMap(sitePlan(findRooms().screens).pages);
    if (process.env['WRITE']) writeFileSync(FILE, now);
    expect(readFileSync(FILE, 'utf8')).toBe(now);
  });
});
