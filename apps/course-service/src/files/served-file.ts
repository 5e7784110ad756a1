import type { OutgoingHttpHeaders } from 'node:http';
import { byteRange } from '@induct/platform';
import { fileHeaders } from '../origin/headers';

import type { VersionPolicy } from './version-policies';

/** A package file ready to be answered with. */
export interface ServedFile {
  /** SHA-256 in hex. */
  sha256: string;
  bytes: number;
  contentType: string;
  /** Size of the pre-compressed copy; null when there is none. */
  gzipBytes: number | null;
  /** The content itself, of small files. */
  identity?: Buffer;
  gzip?: Buffer;
}

export interface FileRequest {
  method: string;
  range?: string | undefined;
  ifRange?: string | undefined;
  ifNoneMatch?: string | undefined;
  acceptEncoding?: string | undefined;
}

export interface FileAnswer {
  status: 200 | 206 | 304 | 416;
  headers: OutgoingHttpHeaders;
  /** What to send: nothing, or this much of this copy. */
  send?: { encoding: 'identity' | 'gzip'; start: number; end: number };
}

/** What a browser lays out and runs as a page of its own: its policy is what counts, for all that it loads. */
export const isPage = ({ contentType }: Pick<ServedFile, 'contentType'>): boolean =>
  contentType.startsWith('text/html') || contentType.startsWith('application/xhtml');

/**
 * How a request for a package file is answered (RFC 9110). Files never change, so a browser may keep them for ever; a page
 * is asked for again each time, because what it may load can change.
 * @param policy of a page
 */
export function answerFor(file: ServedFile, request: FileRequest, policy?: VersionPolicy): FileAnswer {
  const zipped = file.gzipBytes !== null && request.range === undefined && acceptsGzip(request.acceptEncoding);
  const name = policy ? `${file.sha256}-${policy.tag}` : file.sha256;
  const etag = zipped ? `"${name}-gzip"` : `"${name}"`;
  const headers: OutgoingHttpHeaders = { ...fileHeaders, etag };
  if (policy) {
    headers['content-security-policy'] = policy.header;
    headers['cache-control'] = 'no-cache';
  }
  if (file.gzipBytes !== null) headers.vary = 'accept-encoding';
  if (matches(request.ifNoneMatch, etag)) return { status: 304, headers };
  headers['content-type'] = file.contentType;
  headers['accept-ranges'] = 'bytes';
  if (zipped) {
    headers['content-encoding'] = 'gzip';
    return whole(headers, file.gzipBytes!, 'gzip', request.method);
  }
  const fresh = request.ifRange === undefined || request.ifRange === etag;
  const range = fresh ? byteRange(request.range, file.bytes) : 'whole';
  if (range === 'whole') return whole(headers, file.bytes, 'identity', request.method);
  if (range === 'beyond') {
    return {
      status: 416,
      headers: {
        ...fileHeaders,
        'cache-control': 'no-store',
        'content-range': `bytes */${file.bytes}`,
        'content-length': 0,
      },
    };
  }
  headers['content-range'] = `bytes ${range.start}-${range.end}/${file.bytes}`;
  headers['content-length'] = range.end - range.start + 1;
  return { status: 206, headers, ...(request.method !== 'HEAD' && { send: { encoding: 'identity', ...range } }) };
}

function whole(headers: OutgoingHttpHeaders, bytes: number, encoding: 'identity' | 'gzip', method: string): FileAnswer {
  headers['content-length'] = bytes;
  const send = method === 'HEAD' || bytes === 0 ? {} : { send: { encoding, start: 0, end: bytes - 1 } };
  return { status: 200, headers, ...send };
}

/** `gzip;q=0` is a refusal. */
const acceptsGzip = (header: string | undefined): boolean =>
  header !== undefined && /(?:^|,)\s*(?:gzip|\*)\s*(?:;\s*q=(?:1(?:\.0*)?|0?\.\d*[1-9]\d*)\s*)?(?:,|$)/i.test(header);

const matches = (header: string | undefined, etag: string): boolean =>
  header !== undefined && (header === '*' || header.split(',').some((one) => one.trim().replace(/^W\//, '') === etag));
