import { launchBrowser } from '@induct/printing';
import { openDatabase } from '@induct/platform';

describe('a unit test', () => {
  it('is refused a database', async () => {
    await expect(openDatabase('postgres://127.0.0.1:9/none', [])).rejects.toThrow('This project opens no database');
  });

  it('is refused a browser', async () => {
    await expect(launchBrowser({ dataDir: '.data' })).rejects.toThrow('This project opens no browser');
  });
});
