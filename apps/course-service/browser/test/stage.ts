import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { playerHeaders } from '../../src/origin/headers';
import { PlayerAssets } from '../../src/player/player-assets';
import { PlayerPages } from '../../src/player/player-pages';
import { playerPage } from '../../src/player/player.view';
import type { CommitBody } from '../journal/entry';
import type { LaunchState } from '../launch/launch-state';
import { buildPlayer } from '../build.mjs';

export interface ReceivedCommit extends CommitBody {
  launch?: string;
  suspendDataHash?: string;
}
type Answer = { status: number; body: object } | 'cut';

const LAUNCH = '11111111-1111-4111-8111-111111111111';
const JOURNAL_KEY = Buffer.alloc(32, 7).toString('base64url');

/**
 * The player page with a server of the test's own behind it, so that a test decides what the server says and when it is
 * away. The real server is tried in player.browser.spec.ts.
 */
export class Stage {
  readonly commits: ReceivedCommit[] = [];
  readonly files = new Map<string, string>();
  readonly state: LaunchState & { standard: 'scorm_12' | 'scorm_2004' };
  /** Says what the server answers; every commit is good unless a test says otherwise. */
  answer: (body: ReceivedCommit) => Answer = (body) => this.good(body);
  /** The server receives, and answers when this resolves. */
  held: Promise<void> | undefined;
  private server!: Server;
  private assets!: PlayerAssets;
  private readonly pages = new PlayerPages();

  private constructor(standard: 'scorm_12' | 'scorm_2004') {
    this.state = {
      standard,
      launch: { id: LAUNCH },
      journalKey: JOURNAL_KEY,
      course: { title: 'The code of conduct' },
      learner: { id: 'ada', name: 'Ada Fenwick' },
      toc: [{ id: 'one', title: 'The only part', href: '/content/key/sco.html', children: [] }],
      scos: {
        one: {
          href: '/content/key/sco.html',
          initialCmi: {},
          status: { completion: 'not_attempted', success: 'unknown' },
        },
      },
      current: 'one',
      savedAt: null,
      siteReturnUrl: '',
      finishedUrl: '',
    };
  }

  static async open(standard: 'scorm_12' | 'scorm_2004'): Promise<Stage> {
    const stage = new Stage(standard);
    const folder = mkdtempSync(join(tmpdir(), 'player-'));
    await buildPlayer({ outDir: folder, compressed: false });
    stage.assets = new PlayerAssets(folder);
    stage.server = createServer((request, response) => void stage.serve(request, response));
    await new Promise<void>((done) => stage.server.listen(0, '127.0.0.1', done));
    stage.state.siteReturnUrl = `${stage.siteOrigin}/home`;
    stage.state.finishedUrl = `${stage.siteOrigin}/finished`;
    stage.sco('<p>Content</p>');
    return stage;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }
  get origin(): string {
    return `http://127.0.0.1:${this.port}`;
  }
  /** Another origin, as the members' area is. */
  get siteOrigin(): string {
    return `http://localhost:${this.port}`;
  }
  get url(): string {
    return `${this.origin}/launch/token`;
  }

  sco(body: string): void {
    this.files.set('/content/key/sco.html', `<!doctype html><title>Content</title>${body}`);
  }

  good(body: ReceivedCommit): Answer {
    const recordedAt = '2026-11-22T14:32:00.000Z';
    return {
      status: 200,
      body: { ok: true, seq: body.seq, status: { completion: 'incomplete', success: 'unknown', recordedAt } },
    };
  }

  close(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((done) => void this.server.close(() => done()));
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url!.split('?')[0]!;
    if (path === '/launch/token/commits') return this.receive(request, response);
    if (path === '/launch/token/state') return void response.end(JSON.stringify(this.state));
    if (path === '/launch/token') {
      const html = this.pages.render('player.page.njk', playerPage(this.state as never, this.assets, 'Northmoor'));
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...playerHeaders(request.headers.host) });
      return void response.end(html);
    }
    if (path.startsWith('/player/')) {
      const asset = this.assets.find(path.slice('/player/'.length), '');
      response.writeHead(asset ? 200 : 404, { 'content-type': asset?.type ?? 'text/plain' });
      return void response.end(asset?.body);
    }
    if (path === '/nothing-to-show') return void response.writeHead(204).end();
    if (path === '/download') {
      response.writeHead(200, {
        'content-type': 'application/pdf',
        'content-disposition': 'attachment; filename=form.pdf',
      });
      return void response.end('%PDF-1.4');
    }
    const file = this.files.get(path) ?? (path.startsWith('/content/') ? undefined : `<title>${path}</title>`);
    response.writeHead(file === undefined ? 404 : 200, {
      'content-type': 'text/html; charset=utf-8',
      'permissions-policy': 'unload=(self)',
    });
    response.end(file);
  }

  private async receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    const body = JSON.parse(Buffer.concat(pieces).toString()) as ReceivedCommit;
    await this.held;
    const answer = this.answer(body);
    if (answer === 'cut') return void request.socket.destroy();
    if (answer.status === 200) this.commits.push(body);
    response.writeHead(answer.status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answer.body));
  }
}
