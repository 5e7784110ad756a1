import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';

const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
};

/** What a learning platform remembers of one learner between two visits. */
export type Cmi = Record<string, string>;

// The smallest platform there is: it keeps what it is told and writes down every call.
const API = `
  window.calls = [];
  window.cmi = CMI;
  const answer = (call, result) => { calls.push(call); return result; };
  window.API = {
    LMSInitialize: () => answer(['initialize'], 'true'),
    LMSFinish: () => answer(['finish'], 'true'),
    LMSCommit: () => answer(['commit'], 'true'),
    LMSSetValue: (element, value) => { cmi[element] = value; return answer(['set', element, value], 'true'); },
    LMSGetValue: (element) => {
      if (element !== 'cmi.interactions._count') return cmi[element] ?? '';
      return String(Object.keys(cmi).filter((key) => /^cmi\\.interactions\\.\\d+\\.id$/.test(key)).length);
    },
  };`;

// The run-time that real platforms use: it checks every value against the standard.
const STRICT_API = `
  window.calls = [];
  const api = new Scorm12API({ autocommit: false, logLevel: 5 });
  api.loadFromFlattenedJSON(CMI, 'cmi');
  window.API = {};
  for (const name of ['LMSInitialize', 'LMSFinish', 'LMSCommit', 'LMSSetValue', 'LMSGetValue']) {
    window.API[name] = (...args) => {
      const result = api[name](...args);
      const error = api.LMSGetLastError();
      calls.push([name, ...args, String(result), String(error)]);
      return result;
    };
  }`;

/** Serves a package, and pages that are a platform with the package in a frame (`/frame`, `/strict`) or around it (`/alone`). */
export async function startFakeLms(files: Map<string, Buffer>): Promise<FakeLms> {
  const lms = new FakeLms(files);
  await lms.listening;
  return lms;
}

export class FakeLms {
  /** What the next visit starts with. */
  cmi: Cmi = {};
  readonly listening: Promise<void>;
  private readonly server: Server;

  constructor(private readonly files: Map<string, Buffer>) {
    this.server = createServer((request, response) => {
      const path = request.url!.slice(1);
      const page = this.page(path);
      const body = page ?? this.files.get(path);
      response.writeHead(body === undefined ? 404 : 200, {
        'content-type': page === undefined ? (TYPES[extname(path)] ?? 'text/plain') : 'text/html',
      });
      response.end(body);
    });
    this.listening = new Promise((listening) => this.server.listen(0, '127.0.0.1', listening));
  }

  url(path: string): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/${path}`;
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  private page(path: string): string | Buffer | undefined {
    const head = '<!doctype html><html lang="en"><meta charset="utf-8"><title>A platform</title>';
    const frame = '<iframe title="The module" src="index.html" style="border:0;width:100%;height:95vh"></iframe>';
    const api = (source: string) => source.replace('CMI', JSON.stringify(this.cmi).replaceAll('<', '\\u003c'));
    if (path === 'frame') return `${head}<script>${api(API)}</script>${frame}`;
    if (path === 'strict')
      return `${head}<script src="scorm12.js"></script><script>${api(STRICT_API)}</script>${frame}`;
    if (path === 'alone') {
      return this.files
        .get('index.html')!
        .toString()
        .replace('<head>', `<head><script>${api(API)}</script>`);
    }
    // Resolved by file: the package does not export it.
    if (path === 'scorm12.js') return readFileSync(createRequire(__filename).resolve('scorm-again/scorm12'));
    return undefined;
  }
}
