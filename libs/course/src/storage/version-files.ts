import { FileNames } from '@induct/scorm';
import { LRUCache } from 'lru-cache';
import type { DataSource } from 'typeorm';
import type { PackageFileEntity } from './package-file.entity';

interface InStore {
  /** In hex, as FileStore takes it. */
  sha256: string;
  bytes: number;
  /** Size of the compressed copy in the store; null when there is none. */
  gzipBytes: number | null;
}

export type PackageFile = Omit<PackageFileEntity, keyof InStore> & InStore;

interface KnownVersion {
  names: FileNames;
  byPath: ReadonlyMap<string, PackageFile>;
}

/** Files of all versions held; some 200 bytes each. */
const MOST_FILES = 100_000;

/** Versions never change, so the files of those in use are kept in memory: the ones used last. */
export class VersionFiles {
  private readonly versions: LRUCache<string, KnownVersion>;
  private readonly loading = new Map<string, Promise<KnownVersion | undefined>>();

  constructor(
    private readonly source: DataSource,
    mostFiles = MOST_FILES,
  ) {
    // A version of more files than that is held all the same, alone.
    const sizeCalculation = ({ byPath }: KnownVersion) => Math.min(byPath.size, mostFiles);
    this.versions = new LRUCache({ maxSize: mostFiles, sizeCalculation });
  }

  async find(key: string, path: string): Promise<PackageFile | undefined> {
    const version = this.versions.get(key) ?? (await this.load(key));
    if (!version) return undefined;
    const exact = version.byPath.get(path);
    if (exact) return exact;
    const found = version.names.find(path);
    return found === undefined ? undefined : version.byPath.get(found);
  }

  /** Requests for one version that come together share one query. */
  private load(key: string): Promise<KnownVersion | undefined> {
    const loading = this.loading.get(key) ?? this.read(key).finally(() => this.loading.delete(key));
    this.loading.set(key, loading);
    return loading;
  }

  private async read(key: string): Promise<KnownVersion | undefined> {
    const rows = await this.source.query<PackageFile[]>(
      `select f.version_id as "versionId", f.path, encode(f.sha256, 'hex') as sha256, f.bytes::float8 as bytes,
         f.content_type as "contentType", f.gzip_bytes::float8 as "gzipBytes"
       from package_file f join course_version v on v.id = f.version_id where v.key = $1`,
      [key],
    );
    if (rows.length === 0) return undefined;
    const version = {
      names: new FileNames(rows.map(({ path }) => path)),
      byPath: new Map(rows.map((row) => [row.path, row])),
    };
    this.versions.set(key, version);
    return version;
  }
}
