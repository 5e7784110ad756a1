import { answerFor, type ServedFile } from './served-file';

const file: ServedFile = { sha256: 'ab'.repeat(32), bytes: 1000, contentType: 'text/html', gzipBytes: 300 };
const picture: ServedFile = { ...file, contentType: 'image/png', gzipBytes: null };

describe('a request for a package file', () => {
  it('may keep the answer for ever, and is told so', () => {
    const { status, headers } = answerFor({ ...file, contentType: 'text/css' }, { method: 'GET' });
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      'permissions-policy': expect.stringContaining('unload=(self), camera=(),') as string,
      'referrer-policy': 'strict-origin-when-cross-origin',
      'content-length': 1000,
      vary: 'accept-encoding',
    });
  });

  it('for a page is answered with the policy of its version, and asked again each time', () => {
    const asked = { method: 'GET', acceptEncoding: 'gzip' };
    const { headers } = answerFor(file, asked, { header: "default-src 'self'", tag: 'one' });
    expect(headers).toMatchObject({ 'cache-control': 'no-cache', 'content-security-policy': "default-src 'self'" });
    const again = { ...asked, ifNoneMatch: String(headers.etag) };
    expect(answerFor(file, again, { header: "default-src 'self'", tag: 'one' }).status).toBe(304);
    // Another policy: what the browser holds has the old one.
    expect(answerFor(file, again, { header: "default-src 'none'", tag: 'two' }).status).toBe(200);
  });

  it.each(['gzip', 'br, gzip', 'gzip;q=0.5', '*', 'deflate , GZIP'])('gets the compressed copy for "%s"', (header) => {
    const { headers, send } = answerFor(file, { method: 'GET', acceptEncoding: header });
    expect(headers).toMatchObject({ 'content-encoding': 'gzip', 'content-length': 300, etag: `"${file.sha256}-gzip"` });
    expect(send).toEqual({ encoding: 'gzip', start: 0, end: 299 });
  });

  it.each([undefined, '', 'br', 'gzip;q=0', 'gzip;q=0.000', 'xgzip'])('gets the file as it is for "%s"', (header) => {
    expect(answerFor(file, { method: 'GET', acceptEncoding: header }).headers).not.toHaveProperty('content-encoding');
  });

  it('gets a part of it', () => {
    const { status, headers, send } = answerFor(file, { method: 'GET', range: 'bytes=0-9', acceptEncoding: 'gzip' });
    expect([status, headers['content-range'], headers['content-length']]).toEqual([206, 'bytes 0-9/1000', 10]);
    expect(send).toEqual({ encoding: 'identity', start: 0, end: 9 });
  });

  it('gets it whole when the part is of another file', () => {
    expect(answerFor(picture, { method: 'GET', range: 'bytes=0-9', ifRange: '"other"' }).status).toBe(200);
    expect(answerFor(picture, { method: 'GET', range: 'bytes=0-9', ifRange: `"${file.sha256}"` }).status).toBe(206);
  });

  it('is told when there is no such part, and when nothing changed', () => {
    expect(answerFor(file, { method: 'GET', range: 'bytes=1000-' }).status).toBe(416);
    const same = answerFor(picture, { method: 'GET', ifNoneMatch: `"x", W/"${file.sha256}"` });
    expect([same.status, same.send]).toEqual([304, undefined]);
  });

  it('gets no body for HEAD', () => {
    expect(answerFor(file, { method: 'HEAD' })).toMatchObject({ status: 200, headers: { 'content-length': 1000 } });
    expect(answerFor(file, { method: 'HEAD' }).send).toBeUndefined();
  });
});
