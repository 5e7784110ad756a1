import { FileNames } from '@induct/scorm';
import type { DataSource } from 'typeorm';

export interface PackageFile {
  versionId: string;
  path: string;
  /** In hex, as FileStore takes it. */
  sha256: string;
  bytes: number;
  contentType: string;
  /** Size of the compressed copy in the store; null when there is none. */
  gzipBytes: number | null;
}

interface KnownVersion {
  names: FileNames;
  byPath: ReadonlyMap<string, PackageFile>;
}

/** Files of all versions held; some 200 bytes each. */
const MOST_FILES = 100_000;

/** Versions never change, so the files of those in use are kept in memory: the ones used last. */
export class VersionFiles {
  private readonly versions = new Map<string, Promise<KnownVersion | undefined>>();
  private readonly sizes = new Map<string, number>();

  constructor(
    private readonly source: DataSource,
    private readonly mostFiles = MOST_FILES,
  ) {}

  async find(key: string, path: string): Promise<PackageFile | undefined> {
    const version = await this.version(key);
    if (!version) return undefined;
    const exact = version.byPath.get(path);
    if (exact) return exact;
    const found = version.names.find(path);
    return found === undefined ? undefined : version.byPath.get(found);
  }

  /** Requests for one version that come together share one query. */
  private version(key: string): Promise<KnownVersion | undefined> {
    const known = this.versions.get(key);
    if (known) {
      this.versions.delete(key);
      this.versions.set(key, known);
      return known;
    }
    const loading = this.load(key);
    this.versions.set(key, loading);
    loading.catch(() => this.versions.delete(key));
    return loading;
  }

  private async load(key: string): Promise<KnownVersion | undefined> {
    const rows = await this.source.query<PackageFile[]>(
      `select f.version_id as "versionId", f.path, encode(f.sha256, 'hex') as sha256, f.bytes::float8 as bytes,
         f.content_type as "contentType", f.gzip_bytes::float8 as "gzipBytes"
       from package_file f join course_version v on v.id = f.version_id where v.key = $1`,
      [key],
    );
    if (rows.length === 0) {
      this.versions.delete(key);
      return undefined;
    }
    this.sizes.set(key, rows.length);
    this.makeRoom();
    return {
      names: new FileNames(rows.map(({ path }) => path)),
      byPath: new Map(rows.map((row) => [row.path, row])),
    };
  }

  private makeRoom(): void {
    let total = [...this.sizes.values()].reduce((sum, size) => sum + size, 0);
    for (const [key, size] of [...this.sizes].toSorted(([a], [b]) => this.age(a) - this.age(b))) {
      if (total <= this.mostFiles || this.sizes.size === 1) return;
      this.versions.delete(key);
      this.sizes.delete(key);
      total -= size;
    }
  }

  /** Position in the order of use: 0 is the longest unused. */
  private age(key: string): number {
    return [...this.versions.keys()].indexOf(key);
  }
}
