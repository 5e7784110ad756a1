import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import { BARE_API, type Standard, STRICT_API } from './fake-apis';

const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.mp4': 'video/mp4',
  '.vtt': 'text/vtt',
};

/** What a learning platform remembers of one learner between two visits. */
export type Cmi = Record<string, string>;

/** One call to the run-time: "set", the element, its value; "get", the element, what was answered; "commit" … */
export type Call = string[];

/** Serves a package, and pages that are a platform with the package in a frame (`/frame`, `/strict`) or around it (`/alone`). */
export async function startFakeLms(files: Map<string, Buffer>, standard: Standard): Promise<FakeLms> {
  const lms = new FakeLms(files, standard);
  await lms.listening;
  return lms;
}

export class FakeLms {
  /** What the next visit starts with. */
  cmi: Cmi = {};
  /** What Induct puts beside its run-time, and no other platform: see browser/council-words.ts. */
  councilWords: object | undefined;
  readonly listening: Promise<void>;
  private readonly server: Server;

  constructor(
    readonly files: Map<string, Buffer>,
    private readonly standard: Standard,
  ) {
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
    const words = JSON.stringify(JSON.stringify(this.councilWords) ?? null).replaceAll('<', '\\u003c');
    const bare = `${api(BARE_API[this.standard])}\nwindow.inductCouncilWords = ${words};`;
    if (path === 'frame') return `${head}<script>${bare}</script>${frame}`;
    if (path === 'strict') {
      return `${head}<script src="scorm-again.js"></script><script>${api(STRICT_API[this.standard])}</script>${frame}`;
    }
    if (path === 'alone') {
      return this.files.get('index.html')!.toString().replace('<head>', `<head><script>${bare}</script>`);
    }
    // Resolved by file: the package does not export it.
    const library = this.standard === 'scorm_12' ? 'scorm-again/scorm12' : 'scorm-again/scorm2004';
    if (path === 'scorm-again.js') return readFileSync(createRequire(__filename).resolve(library));
    return undefined;
  }
}
