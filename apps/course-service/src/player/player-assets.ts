import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtPlayer } from '@induct/course';
import { type Speech, speechKey, speechOf } from '@induct/platform';

export type PlayerAsset =
  | 'scorm_12'
  | 'scorm_2004'
  | 'styles'
  | 'preview_scorm_12'
  | 'preview_scorm_2004'
  | 'preview_styles'
  | 'dispatch_scorm_12'
  | 'dispatch_scorm_2004'
  | 'dispatch_closed'
  | 'taster_scorm_12'
  | 'taster_scorm_2004'
  | 'font-400'
  | 'font-700';

interface Asset {
  type: string;
  identity: Buffer;
  gzip?: Buffer;
  br?: Buffer;
}

const TYPES: Record<string, string> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  woff2: 'font/woff2',
};

/** The built player, held in memory: a dozen small files. Their names hold a hash, so browsers keep them for ever. */
export class PlayerAssets {
  private readonly files = new Map<string, Asset>();
  private readonly names: Record<string, string>;
  private readonly speeches = new Map<string, Speech | undefined>();

  constructor(folder = builtPlayer()) {
    this.names = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Record<string, string>;
    for (const name of Object.values(this.names)) {
      this.files.set(name, {
        type: TYPES[name.slice(name.lastIndexOf('.') + 1)]!,
        identity: readFileSync(join(folder, name)),
        gzip: optional(join(folder, `${name}.gz`)),
        br: optional(join(folder, `${name}.br`)),
      });
    }
  }

  url(asset: PlayerAsset): string {
    return `/player/${this.names[asset]}`;
  }

  /** What a script says, for whoever reads its page; undefined: as it stands there. */
  speech(asset: PlayerAsset): Speech | undefined {
    const key = `${asset}\n${speechKey()}`;
    if (!this.speeches.has(key))
      this.speeches.set(key, speechOf(this.files.get(this.names[asset] ?? '')?.identity.toString() ?? ''));
    return this.speeches.get(key);
  }

  /** @param accepts the request's Accept-Encoding */
  find(name: string, accepts: string): { type: string; encoding?: 'br' | 'gzip'; body: Buffer } | undefined {
    const file = this.files.get(name);
    if (!file) return undefined;
    const { type } = file;
    if (file.br && /\bbr\b/.test(accepts)) return { type, encoding: 'br', body: file.br };
    if (file.gzip && /\bgzip\b/.test(accepts)) return { type, encoding: 'gzip', body: file.gzip };
    return { type, body: file.identity };
  }
}

const optional = (path: string) => (existsSync(path) ? readFileSync(path) : undefined);
