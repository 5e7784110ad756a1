import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { FileStore } from '@induct/platform';
import { ZipFile } from 'yazl';
import { NothingToPreview } from './preview.errors';
import { PreviewCallRepository } from './preview-call.repository';
import { findingText, logCsv, meaningText } from './supplier-bundle.texts';
import { SupplierBundleQueries } from './supplier-bundle.queries';

export interface SupplierBundle {
  fileName: string;
  /** A zip. */
  stream: Readable;
}

const EXTENSIONS: Record<string, string> = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/webp': 'webp' };

/** A finding with its log, for whoever made the package. Nobody's name is in it. */
@Injectable()
export class SupplierBundles {
  constructor(
    private readonly queries: SupplierBundleQueries,
    private readonly calls: PreviewCallRepository,
    private readonly store: FileStore,
  ) {}

  /** @throws NothingToPreview when there is no such finding */
  async bundle(findingId: string): Promise<SupplierBundle> {
    const finding = await this.queries.finding(findingId);
    if (!finding) throw new NothingToPreview();
    const { previewId, logFrom, logTo, screenshotSha256, createdAt: mtime } = finding;
    const calls =
      previewId === null || logFrom === null || logTo === null ? [] : await this.calls.calls(previewId, logFrom, logTo);
    const zip = new ZipFile();
    const stream = zip.outputStream as Readable;
    zip.on('error', (error: Error) => stream.destroy(error));
    const add = (name: string, text: string) => zip.addBuffer(Buffer.from(text), name, { mtime });
    add('finding.txt', findingText(finding));
    add('meaning.txt', meaningText(finding, calls));
    add('log.csv', logCsv(calls));
    add('log.json', `${JSON.stringify(calls, null, 1)}\n`);
    if (screenshotSha256 !== null && (await this.store.has(screenshotSha256))) {
      const extension = EXTENSIONS[finding.screenshotType ?? ''] ?? 'bin';
      zip.addReadStream(this.store.stream(screenshotSha256), `screenshot.${extension}`, { mtime, compress: false });
    }
    zip.end();
    const { courseSlug, versionNumber, number } = finding;
    return { fileName: `${courseSlug}-version-${versionNumber}-finding-${number}.zip`, stream };
  }
}
