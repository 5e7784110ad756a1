import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unpackedChromium } from './unpacked-chromium';

describe('the browser that npm brought', () => {
  let dataDir: string;
  let home: string;
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'induct-unpacked-'));
    home = join(dataDir, 'chromium-1.2.3');
  });
  afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

  const begin = (into: string) => {
    mkdirSync(join(into, 'fonts'));
    writeFileSync(join(into, 'fonts', 'face.ttf'), 'a face');
    writeFileSync(join(into, 'chromium'), 'half');
  };
  const unpack = (into: string) => {
    begin(into);
    writeFileSync(join(into, 'chromium'), 'the whole program');
    return Promise.resolve(join(into, 'chromium'));
  };

  it('is never found half unpacked, whenever the process that unpacked it ended', async () => {
    const killed = (into: string) => {
      begin(into);
      return new Promise<string>(() => undefined);
    };
    void unpackedChromium(home, killed);
    expect(existsSync(join(home, 'chromium'))).toBe(false);
    expect(readFileSync(await unpackedChromium(home, unpack), 'utf8')).toBe('the whole program');
    expect(readdirSync(home).toSorted()).toEqual(['chromium', 'fonts']);
  });

  it('is unpacked once', async () => {
    await unpackedChromium(home, unpack);
    const again = jest.fn(unpack);
    await unpackedChromium(home, again);
    expect(again).not.toHaveBeenCalled();
  });

  it('may be unpacked by two at once', async () => {
    const both = await Promise.all([unpackedChromium(home, unpack), unpackedChromium(home, unpack)]);
    for (const program of both) expect(readFileSync(program, 'utf8')).toBe('the whole program');
    expect(readdirSync(dataDir)).toEqual(['chromium-1.2.3']);
  });

  it('leaves nothing behind for ever of a process that was killed', async () => {
    const left = join(dataDir, 'chromium-1.2.3.unpacking-abc');
    mkdirSync(left);
    const longAgo = new Date(Date.now() - 3_600_000);
    utimesSync(left, longAgo, longAgo);
    await unpackedChromium(home, unpack);
    expect(readdirSync(dataDir)).toEqual(['chromium-1.2.3']);
  });
});
