import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { mediaType } from '@induct/course';
import type { FileStore } from '@induct/platform';
import { readManifest } from '@induct/scorm';
import type { DataSource } from 'typeorm';
import yauzl from 'yauzl';
import { readDeclared } from '@induct/course';
import { aCourse } from './given-learning';

/** A published course with the files of a package: without an upload, for tests of what comes after. */
export async function aPackage(
  source: DataSource,
  store: FileStore,
  zip: Buffer | string,
): Promise<{ courseId: string; versionId: string; key: string }> {
  const files = await filesOf(zip);
  const { tree } = readManifest(files.get('imsmanifest.xml')!);
  const { courseId, versionId } = await aCourse(source, tree!);
  const declared = readDeclared(files.get('induct.json') ?? Buffer.alloc(0));
  if (declared)
    await source.query('update course_version set declared = $2 where id = $1', [versionId, JSON.stringify(declared)]);
  for (const [path, data] of files) {
    const type = mediaType(path);
    const sha256 = await store.put(data);
    const zipped = type.startsWith('text/') ? gzipSync(data) : undefined;
    if (zipped) {
      const folder = await store.stage();
      await mkdir(folder, { recursive: true });
      await writeFile(join(folder, sha256), zipped);
      await store.adopt(join(folder, sha256), sha256, 'gzip');
    }
    await source.query('insert into package_file values ($1, $2, $3, $4, $5, $6)', [
      versionId,
      path,
      Buffer.from(sha256, 'hex'),
      data.length,
      type,
      zipped?.length ?? null,
    ]);
  }
  const [{ key }] = await source.query<[{ key: string }]>('select key from course_version where id = $1', [versionId]);
  return { courseId, versionId, key };
}

async function filesOf(zip: Buffer | string): Promise<Map<string, Buffer>> {
  const archive = typeof zip === 'string' ? await yauzl.openPromise(zip) : await yauzl.fromBufferPromise(zip);
  const files = new Map<string, Buffer>();
  for await (const entry of archive.eachEntry()) {
    if (!entry.fileName.endsWith('/'))
      files.set(entry.fileName, await buffer(await archive.openReadStreamPromise(entry)));
  }
  return files;
}
