import { Injectable, Logger } from '@nestjs/common';
import { errorWords, FileStore, plainText } from '@induct/platform';
import { type ActivityTree, FileNames, scos } from '@induct/scorm';
import type { EntityManager } from 'typeorm';
import type { PackageFile } from '../storage/version-files';

type LaunchPage = Pick<PackageFile, 'path' | 'sha256'>;

const MOST_PAGES = 50;
/** Larger ones are no pages. */
const LARGEST = 1024 ** 2;

/** What the pages say that a package opens: nothing of those that are made by a script. */
@Injectable()
export class LaunchTexts {
  private readonly logger = new Logger(LaunchTexts.name);

  constructor(private readonly files: FileStore) {}

  /** @returns the pages one after the other; what cannot be read is left out */
  async of(tx: EntityManager, versionId: string, tree: ActivityTree): Promise<string> {
    const rows = await tx.query<LaunchPage[]>(
      `select path, encode(sha256, 'hex') as sha256 from package_file
        where version_id = $1 and bytes <= $2 and path ~* '\\.x?html?$'`,
      [versionId, LARGEST],
    );
    const names = new FileNames(rows.map(({ path }) => path));
    const byPath = new Map(rows.map(({ path, sha256 }) => [path, sha256]));
    const pages = new Set(scos(tree).flatMap(({ href = '' }) => names.find(href.split(/[?#]/, 1)[0]!) ?? []));
    const texts: string[] = [];
    for (const path of [...pages].slice(0, MOST_PAGES)) texts.push(await this.text(byPath.get(path)!));
    return texts.join(' ');
  }

  private async text(sha256: string): Promise<string> {
    try {
      return plainText((await this.files.read(sha256)).toString('utf8'));
    } catch (error) {
      this.logger.warn(`A page of a package is not searched: ${errorWords(error)}`);
      return '';
    }
  }
}
