import { type ChildProcess, fork } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { FileStore, projectRoot } from '@induct/platform';
import { LRUCache } from 'lru-cache';
import { KitFailed, TextTooHeavy } from '../authoring.errors';
import type { ModuleFiles } from '../format/folder';
import { FairTurns } from './fair-turns';

/** What the kit finds wrong, in a file of the folder. */
export interface KitProblem {
  /** Errors must be mended; warnings are worth a look. */
  severity: 'error' | 'warning';
  /** It cannot be built before that is mended. */
  stops?: boolean;
  /** Within the folder; empty: the folder itself. */
  file: string;
  /** From 1. */
  line?: number;
  message: string;
}

export interface KitCheck {
  problems: readonly KitProblem[];
  figures: {
    screens: number;
    age: number;
    ageOfEveryWord: number;
    wordsASentence: number;
    words: number;
    /** That an average reader takes; undefined where the questions cannot be read. */
    minutes?: number | undefined;
  };
  /** Names in content/law.yaml of what the screens give as sources. */
  law: readonly string[];
}

/** A screen as a browser shows it; without what stands round it. */
export interface KitScreen {
  id: string;
  number: number;
  title: string;
  html: string;
}

/** A fact of the council that a module may say, with what it says by itself. */
export interface KitFact {
  key: string;
  label: string;
  says: string;
}

/** Both packages, or why they cannot be built. */
export type KitPackages = { scorm12: Buffer; scorm2004: Buffer } | { problems: readonly KitProblem[] };

interface KitAnswers {
  check: KitCheck;
  screens: { screens: readonly KitScreen[] };
  packages: KitPackages;
  facts: { facts: readonly KitFact[] };
  laws: { laws: readonly string[] };
}

const CHILD = join(projectRoot, 'content/build/kit.child.mjs');
/** Script, style and fonts that every module shares, as apps/standalone/tools/build.mjs leaves them. */
export const MODULE_PLAYER = join(projectRoot, 'dist/module-player');

/** JavaScript memory of the child. */
const HEAP_MIB = 256;
/** A hundred times what a module of ours takes. */
const TIME_LIMIT = 15_000;
/** So long somebody has to wait for another's text at most. */
const AWAITED_LIMIT = 5_000;
const LOOK_EVERY = 250;
/** Whose text was ended has the next one looked at after that. */
const HELD_FOR = 30_000;
/** A page asks for two things, and shows a frame; some pages are open at once. */
const MOST_OF_ONE = 6;
/** A child takes some 60 MB: it is let go when nobody writes. */
const KEPT_FOR = 5 * 60_000;
/** One after the other, in turn; a whole team that writes at once waits a second. */
const MOST_WAITING = 30;

/** The kit (content/build), in a child process with limits on memory and time, without settings or secrets. */
@Injectable()
export class Kit implements OnApplicationShutdown {
  private readonly logger = new Logger(Kit.name);
  private readonly turns = new FairTurns(MOST_OF_ONE, MOST_WAITING);
  private readonly held = new LRUCache<string, true>({ max: 1000, ttl: HELD_FOR });
  private child?: ChildProcess;
  private letGo?: NodeJS.Timeout;
  private orders = 0;
  /** They change with the program. */
  private known?: readonly KitFact[];
  private register?: readonly string[];

  constructor(private readonly store: FileStore) {}

  onApplicationShutdown(): void {
    this.end();
  }

  /**
   * What is wrong with it.
   * @param today like 2026-11-30
   * @param by whose text it is: of each person one is looked at in turn
   * @throws KitFailed, TextTooHeavy, TooMuchOfOne
   */
  check(slug: string, files: ModuleFiles, today: string, by: string): Promise<KitCheck> {
    return this.ask('check', slug, files, by, { today });
  }

  /** What its screens look like, as far as they can be read. @throws as `check` */
  async screens(slug: string, files: ModuleFiles, by: string): Promise<readonly KitScreen[]> {
    return (await this.ask('screens', slug, files, by)).screens;
  }

  /** @throws as `check` */
  packages(slug: string, files: ModuleFiles, by: string): Promise<KitPackages> {
    return this.ask('packages', slug, files, by, { player: MODULE_PLAYER });
  }

  /** What a module may say of the council. @throws KitFailed */
  async facts(): Promise<readonly KitFact[]> {
    return (this.known ??= (await this.ask('facts', 'none', new Map(), 'nobody')).facts);
  }

  /** The Acts, regulations and guidance that a text may name as its source, by name. @throws KitFailed */
  async laws(): Promise<readonly string[]> {
    return (this.register ??= (await this.ask('laws', 'none', new Map(), 'nobody')).laws);
  }

  private async ask<What extends keyof KitAnswers>(
    what: What,
    slug: string,
    files: ModuleFiles,
    by: string,
    more: object = {},
  ): Promise<KitAnswers[What]> {
    if (this.held.has(by)) throw new TextTooHeavy();
    return await this.turns.run(by, async () => {
      const staged = await this.store.stage();
      try {
        const folder = join(staged, slug);
        await writeFolder(folder, files);
        return (await this.answer({ id: (this.orders += 1), what, folder, ...more }, by)) as KitAnswers[What];
      } finally {
        await this.store.discard(staged);
      }
    });
  }

  private async answer(order: { id: number; what: string; folder: string }, by: string): Promise<unknown> {
    const child = (this.child ??= this.start());
    clearTimeout(this.letGo);
    const begun = performance.now();
    const limit = setInterval(() => {
      const took = performance.now() - begun;
      if (took < (this.turns.isAwaited ? AWAITED_LIMIT : TIME_LIMIT)) return;
      this.held.set(by, true);
      child.kill('SIGKILL');
    }, LOOK_EVERY);
    try {
      return await answered(child, order);
    } catch (error) {
      this.logger.error(error);
      this.end();
      throw this.held.has(by) ? new TextTooHeavy() : new KitFailed();
    } finally {
      clearInterval(limit);
      this.letGo = setTimeout(() => this.end(), KEPT_FOR).unref();
    }
  }

  /** One that ends between two orders, because memory ran out on the machine, is followed by another. */
  private start(): ChildProcess {
    const child = startChild();
    child.once('exit', () => {
      if (this.child === child) this.child = undefined;
    });
    return child;
  }

  private end(): void {
    clearTimeout(this.letGo);
    this.child?.kill('SIGKILL');
    this.child = undefined;
  }
}

async function writeFolder(folder: string, files: ModuleFiles): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [path, file] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), file);
  }
}

function startChild(): ChildProcess {
  const child = fork(CHILD, {
    cwd: projectRoot,
    execArgv: [`--max-old-space-size=${HEAP_MIB}`],
    serialization: 'advanced',
    env: {},
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  // Each order hears of its own failure; without anybody who listens, one more would end the application.
  child.on('error', () => undefined);
  // It must not keep the application from ending.
  child.unref();
  child.channel?.unref();
  return child;
}

type News = { id: number; answer: unknown; failed?: undefined } | { id: number; failed: string };

function answered(child: ChildProcess, order: { id: number }): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const onMessage = (news: News) => {
      if (news.id !== order.id) return;
      if (news.failed === undefined) settled(() => resolve(news.answer));
      else settled(() => reject(new Error(news.failed)));
    };
    const onExit = (code: number | null, signal: string | null) =>
      settled(() => reject(new Error(`The kit ended early (${signal ?? code})`)));
    const settled = (settle: () => void) => {
      child.off('message', onMessage).off('exit', onExit);
      settle();
    };
    child.on('message', onMessage).on('exit', onExit);
    child.send(order, (error) => {
      if (error) settled(() => reject(error));
    });
  });
}
