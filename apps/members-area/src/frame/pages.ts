import { resolve } from 'node:path';
import cookie from '@fastify/cookie';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import nunjucks, { type Environment } from 'nunjucks';
import {
  britishTime,
  type Language,
  type OwnWords,
  readCookie,
  readerDate,
  readersLanguage,
  said,
  readerTimeAndDate,
  withTags,
} from '@induct/platform';
import { assetsFolder, assetUrl, speech } from './assets';
import { trail } from './crumbs';
import { ownTemplates } from './translating/own-templates';
import { OWN_WORD, ownLabel, type OwnWord, ownWord } from './translating/own-words';
import { translatedTemplates } from './translating/translated-templates';
import { trim } from './trim';
import { typed, typedIn } from './typed';
import { warmUp, watchAnswers } from './warm-up';

// dist/: the folder that holds govuk/
const govuk = resolve(require.resolve('govuk-frontend'), '../..');
declare module 'fastify' {
  interface FastifyReply {
    /** What every template of this answer sees. */
    locals: object | null;
  }
}

const YEAR = 365 * 24 * 60 * 60 * 1000;

type Rendered = (error: Error | null, html: string | null) => void;

/** A row of a summary list. */
interface KeyedRow {
  key: { text: string };
}

export interface PagesOptions {
  /** What the layout shows round every page (names, navigation): in templates as `site`. Asked for when a page is rendered. */
  frame?: (request: FastifyRequest) => object;
  /** What readers may choose besides English. */
  languages?: readonly Language[];
  /** What the council calls things, at the time of asking. */
  own: () => OwnWords;
  /** Notice changed templates: for developers. */
  watch?: boolean;
}

/** Teaches a Fastify application to render the pages found below `root`, and to serve what they need. */
export async function usePages(app: NestFastifyApplication, root: string, options: PagesOptions): Promise<void> {
  await app.register(cookie, { parseOptions: { decode: readCookie } as object });
  const fastify = app.getHttpAdapter().getInstance();
  fastify.decorateReply('locals', null);
  fastify.addHook('onRequest', (request: FastifyRequest, reply: FastifyReply, done: () => void) => {
    reply.locals = {
      get site() {
        return options.frame?.(request);
      },
    };
    done();
  });
  const folders = [root, __dirname, govuk];
  const environments: Environment[] = [];
  app.setViewEngine({
    engine: { nunjucks },
    templates: folders,
    options: {
      autoescape: true,
      throwOnUndefined: false,
      noCache: options.watch ?? false,
      onConfigure: (env: Environment) => {
        environments.push(...speakLanguages(env, folders, options));
      },
    },
  });
  if (assetsFolder) {
    app.useStaticAssets({
      root: assetsFolder,
      prefix: '/assets/',
      wildcard: false,
      decorateReply: false,
      preCompressed: true,
      immutable: true,
      maxAge: YEAR,
    });
  }
  // Readers need not wait for the compiler of the templates.
  let endWarmUp: (() => void) | undefined;
  const isBusy = watchAnswers(fastify);
  fastify.addHook('onListen', (done: () => void) => {
    if (!options.watch) endWarmUp = warmUp(environments, root, isBusy);
    done();
  });
  fastify.addHook('onClose', (_, done: () => void) => {
    endWarmUp?.();
    done();
  });
}

/**
 * Every page is rendered in the language of whoever asks, and in the council's words. English is what the templates are written
 * in. @param asked renders instead what it is asked for
 */
function speakLanguages(
  asked: Environment,
  folders: readonly string[],
  { languages = [], own, watch = false }: PagesOptions,
): Environment[] {
  const english = ownTemplates(folders, watch);
  const others = new Map(languages.map((language) => [language, translatedTemplates(folders, language)]));
  const all = [english, ...others.values()];
  for (const environment of all)
    addWords(environment)
      .addGlobal(OWN_WORD, (word: OwnWord) => ownWord(own(), word))
      .addFilter('ownLabel', (label: unknown) => ownLabel(label, own()))
      .addFilter('ownKeys', (rows: KeyedRow[]) =>
        rows.map(({ key, ...row }) => ({ ...row, key: { text: ownLabel(key.text, own()) } })),
      );
  asked.render = ((name: string, shown: object, done: Rendered) => {
    const environment = others.get(readersLanguage()) ?? english;
    environment.render(name, shown, (error, html) => done(error, html && withTags(html)));
  }) as Environment['render'];
  return all;
}

function addWords(environment: Environment): Environment {
  return environment
    .addGlobal('asset', assetUrl)
    .addGlobal('speech', speech)
    .addFilter('date', readerDate)
    .addFilter('time', britishTime)
    .addFilter('timeAndDate', readerTimeAndDate)
    .addFilter('said', said)
    .addFilter('trail', trail)
    .addFilter('trim', trim)
    .addFilter('typed', typed)
    .addFilter('typedIn', typedIn);
}
