import { StreamableFile } from '@nestjs/common';
import { FORMAT_FACTS, type Format, type ResourceFileEntity } from '@induct/handbook';
import { byteRange, type FileStore } from '@induct/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Those that a browser shows itself: a page without scripts in an origin of its own, or a text. */
const SHOWN: readonly Format[] = ['html', 'txt', 'mp4', 'webm', 'vtt'];

/** A page that came from outside looks as it was made, and does nothing: no script, no form, nothing from elsewhere. */
const PAGE_POLICY =
  `default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; form-action 'none'; base-uri 'none'; ` +
  `frame-ancestors 'none'; sandbox allow-popups allow-popups-to-escape-sandbox`;

/** The name of a download: of the resource, as it is called. `filename` is for browsers that read no `filename*`. */
function dispositionOf(title: string, format: Format): string {
  const called = title
    .replaceAll(/[\p{C}\\/:*?"<>|\s]+/gu, ' ')
    .trim()
    .slice(0, 100);
  const name = `${called || 'Resource'}.${format}`;
  const plain = name.normalize('NFKD').replaceAll(/[^\x20-\x7e]/g, '');
  const encoded = encodeURIComponent(name).replaceAll(/['()]/g, (one) => `%${one.charCodeAt(0).toString(16)}`);
  return `${SHOWN.includes(format) ? 'inline' : 'attachment'}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

/** Sends a file of the library, or the part of it that was asked for: a film is asked for in parts. */
export function sendResourceFile(
  request: FastifyRequest,
  reply: FastifyReply,
  files: FileStore,
  { title, file }: { title: string; file: ResourceFileEntity },
): StreamableFile {
  const { format, bytes } = file;
  const sha256 = file.sha256.toString('hex');
  const etag = `"${sha256}"`;
  void reply.headers({
    'content-type': FORMAT_FACTS[format].type,
    'content-disposition': dispositionOf(title, format),
    'content-security-policy': PAGE_POLICY,
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
    'accept-ranges': 'bytes',
    etag,
  });
  const { range, 'if-range': ifRange } = request.headers;
  const part = ifRange === undefined || ifRange === etag ? byteRange(range, bytes) : 'whole';
  if (part === 'beyond') {
    void reply.status(416).headers({ 'content-range': `bytes */${bytes}`, 'content-length': 0 });
    return new StreamableFile(Buffer.alloc(0));
  }
  if (part === 'whole') return new StreamableFile(files.stream(sha256), { length: bytes });
  const { start, end } = part;
  void reply.status(206).header('content-range', `bytes ${start}-${end}/${bytes}`);
  return new StreamableFile(files.stream(sha256, part), { length: end - start + 1 });
}
