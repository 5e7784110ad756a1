import type { IncomingMessage, ServerResponse } from 'node:http';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { Inject, Injectable } from '@nestjs/common';
import { Courses, type PackageFile } from '@induct/course';
import { CONFIG, type Config, FileStore, transportHeaders } from '@induct/platform';
import { LRUCache } from 'lru-cache';
import { isHostOf } from '../origin/host-of-version';
import { packageAddress } from './package-address';
import { answerFor, isPage, type ServedFile } from './served-file';
import { VersionPolicies, type VersionPolicy } from './version-policies';

const CACHE_BYTES = 64 * 1024 * 1024;
/** Larger ones are streamed from the store; the system's own cache keeps them warm. */
const SMALL_BYTES = 256 * 1024;
/** What an entry costs besides its content. */
const ENTRY_BYTES = 1024;

type Found = ServedFile & PackageFile;

const bytesInMemory = ({ identity, gzip }: Found) => ENTRY_BYTES + (identity?.length ?? 0) + (gzip?.length ?? 0);

/** Answers requests for package files, warm ones without a query. */
@Injectable()
export class PackageFiles {
  /** Files in memory are answered before anything that would add it. */
  private readonly transport: Record<string, string> | undefined;
  private readonly cache = new LRUCache<string, Found>({ maxSize: CACHE_BYTES, sizeCalculation: bytesInMemory });

  constructor(
    private readonly courses: Courses,
    private readonly store: FileStore,
    private readonly policies: VersionPolicies,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    if (config.CONTENT_ORIGIN.startsWith('https:')) this.transport = transportHeaders(config.CONTENT_ORIGIN);
  }

  /**
   * @param ancestors who may have it in a frame, when that is not our player: every file has a policy then, and is asked for again
   * @returns false when there is no such file under this host: nothing was answered
   */
  async serve(
    rawPath: string,
    request: IncomingMessage,
    response: ServerResponse,
    ancestors?: string,
  ): Promise<boolean> {
    const file = this.cache.get(rawPath) ?? (await this.find(rawPath));
    if (!file || !this.isAtHome(file, request)) return false;
    const needsPolicy = isPage(file) || ancestors !== undefined;
    const policy = needsPolicy ? await this.policies.of(file.versionId, ancestors) : undefined;
    await this.answer(file, policy, request, response);
    return true;
  }

  /** What is in memory is answered at once. @returns false when it is not */
  serveWarm(rawPath: string, request: IncomingMessage, response: ServerResponse): boolean {
    const file = this.cache.get(rawPath);
    if (!file?.identity || !this.isAtHome(file, request)) return false;
    const policy = isPage(file) ? this.policies.inHand(file.versionId) : undefined;
    if (isPage(file) && !policy) return false;
    void this.answer(file, policy, request, response);
    return true;
  }

  private isAtHome(file: Found, request: IncomingMessage): boolean {
    return isHostOf(this.config.CONTENT_ORIGIN, request.headers.host ?? '', file.versionId);
  }

  private async find(rawPath: string): Promise<Found | undefined> {
    const address = packageAddress(rawPath);
    const row = address && (await this.courses.file(address.key, address.path));
    if (!row) return undefined;
    const file: Found = { ...row };
    if (row.bytes <= SMALL_BYTES) {
      file.identity = await this.store.read(row.sha256);
      if (file.gzipBytes !== null) file.gzip = await this.store.read(row.sha256, 'gzip');
    }
    this.cache.set(rawPath, file);
    return file;
  }

  private async answer(
    file: Found,
    policy: VersionPolicy | undefined,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const { headers, method } = request;
    const {
      status,
      headers: about,
      send,
    } = answerFor(
      file,
      {
        method: method ?? 'GET',
        range: headers.range,
        ifRange: headers['if-range'] as string | undefined,
        ifNoneMatch: headers['if-none-match'],
        acceptEncoding: headers['accept-encoding'],
      },
      policy,
    );
    const told = this.transport ? { ...about, ...this.transport } : about;
    if (!send) {
      response.writeHead(status, told).end();
      return;
    }
    const { encoding, start, end } = send;
    const held = file[encoding];
    if (held) {
      response.writeHead(status, told).end(end - start + 1 === held.length ? held : held.subarray(start, end + 1));
      return;
    }
    const stream = createReadStream(this.store.path(file.sha256, encoding), { start, end });
    // A file that cannot be opened is an error of ours: said before anything is sent.
    await new Promise((opened, failed) => stream.once('open', opened).once('error', failed));
    response.writeHead(status, told);
    // The member went on to another page: nothing is wrong.
    await pipeline(stream, response).catch(() => {});
  }
}
