import type { DataSource } from 'typeorm';
import { VersionFiles } from './version-files';

/** A database in which each version has `files` files, and the keys it was asked for. */
function aDatabase(files: number) {
  const asked: string[] = [];
  const query = async (_sql: string, [key]: [string]) => {
    asked.push(key);
    return key === 'missing' ? [] : Array.from({ length: files }, (_, at) => ({ versionId: key, path: `${at}.html` }));
  };
  return { source: { query } as unknown as DataSource, asked };
}

describe('the files of versions in memory', () => {
  it('are read with one query, by however many requests at once', async () => {
    const { source, asked } = aDatabase(3);
    const files = new VersionFiles(source);
    const found = await Promise.all(['0.html', '1.html', '9.html'].map((path) => files.find('a', path)));
    expect(found.map((file) => file?.path)).toEqual(['0.html', '1.html', undefined]);
    await files.find('a', '2.html');
    expect(asked).toEqual(['a']);
  });

  it('make room for those of other versions when they were not used for long', async () => {
    const { source, asked } = aDatabase(4);
    const files = new VersionFiles(source, 10);
    for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) await files.find(key, '0.html');
    expect(asked).toEqual(['a', 'b', 'c', 'b']);
  });

  it('are held even when one version has more than all may have', async () => {
    const { source, asked } = aDatabase(20);
    const files = new VersionFiles(source, 10);
    for (const key of ['a', 'a', 'b', 'b', 'a']) await files.find(key, '0.html');
    expect(asked).toEqual(['a', 'b', 'a']);
  });

  it('of a version that is not there are asked for again: it may come', async () => {
    const { source, asked } = aDatabase(1);
    const files = new VersionFiles(source);
    expect([await files.find('missing', 'a'), await files.find('missing', 'a')]).toEqual([undefined, undefined]);
    expect(asked).toEqual(['missing', 'missing']);
  });

  it('are asked for again when the database could not answer', async () => {
    let fails = true;
    const { source } = aDatabase(1);
    const query = async (...given: [string, [string]]) => {
      if (fails) throw new Error('away');
      return await (source.query as unknown as (...asked: [string, [string]]) => Promise<unknown>)(...given);
    };
    const files = new VersionFiles({ query } as unknown as DataSource);
    await expect(files.find('a', '0.html')).rejects.toThrow('away');
    fails = false;
    expect((await files.find('a', '0.html'))?.path).toBe('0.html');
  });
});
