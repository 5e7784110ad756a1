import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { MODULE_PLAYER } from './kit.service';
import { screenPage } from './screen-page';

it('holds its pictures, and no more of one that is shown a thousand times than a browser can take', async () => {
  await access(join(MODULE_PLAYER, 'player.css'));
  const files = new Map([['media/a.png', Buffer.alloc(1_000_000, 1)]]);
  const html = '<img src="media/a.png" alt="">'.repeat(1000);
  const page = await screenPage({ id: 'a', number: 1, title: 'A <b>', html }, files);
  expect(page.match(/src="data:image\/png;base64,/g)).toHaveLength(40);
  expect(page.length).toBeLessThan(60_000_000);
  expect(page).toContain('<title>A &lt;b&gt;</title>');
});
