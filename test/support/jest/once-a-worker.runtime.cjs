const { createRequire, registerHooks } = require('node:module');
const path = require('node:path');
const { fileURLToPath, pathToFileURL } = require('node:url');
const vm = require('node:vm');
const { default: Runtime } = require('jest-runtime');

const root = path.resolve(__dirname, '../../..');
/** The file of tests that runs: it knows how a module of ours is compiled. */
let running;
/** Of every module that was compiled for this worker, where its source map lies. */
const sourceMaps = new Map();

/**
 * Jest loads every module anew for every file of tests, and in a realm of its own. Here packages and our own modules are loaded
 * once a worker, as a program loads them; only the file of tests itself is anew.
 */
module.exports = class extends Runtime {
  constructor(...given) {
    super(...given);
    running = this;
    this.transformCache.sourceMaps = sourceMaps;
  }

  requireModuleOrMock(from, name) {
    if (name === '@jest/globals') return super.requireModuleOrMock(from, name);
    return requireFrom(from)(name);
  }

  compiled(file) {
    return this.transformCache.transform(file, { supportsDynamicImport: false, supportsStaticESM: false });
  }

  get refusesBrowsers() {
    // oxlint-disable-next-line no-underscore-dangle -- Jest's own name for it
    return this._config.testEnvironmentOptions.opensNoBrowser === true;
  }
};

const requires = new Map();
function requireFrom(file) {
  let found = requires.get(file);
  if (!found) requires.set(file, (found = createRequire(file)));
  return found;
}

const { extensions } = require;
// How a name without its ending is found.
extensions['.ts'] = extensions['.js'];

registerHooks({
  resolve(name, context, next) {
    // The kit that builds the modules is a program of its own and takes what is compiled; its tests take the source.
    const compiled = /^\.\.\/\.\.\/dist\/(libs\/.*)\.js$/.exec(name)?.[1];
    if (compiled) return { url: pathToFileURL(path.join(root, `${compiled}.ts`)).href, shortCircuit: true };
    prepare[name]?.();
    return next(name, context);
  },
  load(url, context, next) {
    if (!url.endsWith('.ts') || url.includes('/node_modules/')) return next(url, context);
    return { source: running.compiled(fileURLToPath(url)), format: 'commonjs', shortCircuit: true };
  },
});

/** What is done to a package before anybody has it. */
const prepare = {
  'fast-check': once(() => seed(require('fast-check'))),
  nunjucks: once(() => compileTemplatesOnce(require('nunjucks').compiler)),
  puppeteer: once(() => refuseWhereNoBrowserIsOpened(require('puppeteer').default)),
};

function once(work) {
  let isDone = false;
  return () => {
    if (isDone) return;
    isDone = true;
    work();
  };
}

/** Properties are tried with what SEED leads to, so that a run can be played again. */
function seed(fc) {
  fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env.SEED) });
}

/** Every site that a file of tests opens has the same templates. */
function compileTemplatesOnce(compiler) {
  const known = new Map();
  const { compile } = compiler;
  compiler.compile = (source, asyncFilters, more, name, options) => {
    if (asyncFilters.length + more.length > 0) return compile(source, asyncFilters, more, name, options);
    const key = JSON.stringify([name, options, source]);
    if (!known.has(key)) known.set(key, compile(source, asyncFilters, more, name, options));
    return known.get(key);
  };
}

function refuseWhereNoBrowserIsOpened(puppeteer) {
  for (const way of ['launch', 'connect'])
    puppeteer[way] = new Proxy(puppeteer[way], {
      apply(open, self, given) {
        if (running.refusesBrowsers) throw new Error('This project opens no browser. Name the file *.browser.spec.ts');
        return Reflect.apply(open, self, given);
      },
    });
}

const compiledBefore = new Map();

/**
 * Jest's runner and the tests are compiled for this very process, not for a realm. What the compiler made of a text the first
 * time it is given again, with the very same string: for an equal one it would be as slow as without.
 */
vm.compileFunction = new Proxy(vm.compileFunction, {
  apply(compile, self, [code, parameters, options]) {
    const { parsingContext, ...rest } = options;
    if (parsingContext === globalThis) rest.importModuleDynamically = vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER;
    else if (parsingContext) rest.parsingContext = parsingContext;
    const known = compiledBefore.get(options.filename);
    const isKnown = known?.code === code;
    const more = isKnown ? { cachedData: known.cachedData } : { produceCachedData: true };
    const made = Reflect.apply(compile, self, [isKnown ? known.code : code, parameters, { ...rest, ...more }]);
    if (!isKnown) compiledBefore.set(options.filename, { code, cachedData: made.cachedData });
    return made;
  },
});
