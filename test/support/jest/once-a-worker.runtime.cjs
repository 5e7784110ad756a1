const { createRequire, isBuiltin } = require('node:module');
const vm = require('node:vm');
const { default: Runtime } = require('jest-runtime');

/** Ours, by path or by name; and what Jest itself answers for. */
const OURS = /^(\.|\/|@induct\/|@jest\/globals$)/;

/**
 * Jest loads every module anew for every file of tests. For ours that keeps the files apart; for a framework and a database
 * driver it was about a fifth of a run. Packages are loaded once a worker here.
 */
module.exports = class extends Runtime {
  requireModuleOrMock(from, name) {
    if (OURS.test(name) || isBuiltin(name)) return super.requireModuleOrMock(from, name);
    // oxlint-disable-next-line no-underscore-dangle -- Jest's own name for it
    if (name === 'puppeteer' && this._config.testEnvironmentOptions.opensNoBrowser) return NO_BROWSER;
    const found = createRequire(from)(name);
    if (name === 'fast-check') seed(found);
    return found;
  }
};

const compiled = new Map();

/**
 * Every file of tests has a realm of its own, in which Jest's runner, our modules and their tests are compiled anew: the same
 * text hundreds of times. What the compiler made of it the first time it is given again, with the very same string: for an
 * equal one it would be as slow as without.
 */
vm.compileFunction = new Proxy(vm.compileFunction, {
  apply(compile, self, [code, parameters, options]) {
    const known = compiled.get(options.filename);
    const isKnown = known?.code === code;
    const more = isKnown ? { cachedData: known.cachedData } : { produceCachedData: true };
    const made = Reflect.apply(compile, self, [isKnown ? known.code : code, parameters, { ...options, ...more }]);
    if (!isKnown) compiled.set(options.filename, { code, cachedData: made.cachedData });
    return made;
  },
});

const refuse = () => {
  throw new Error('This project opens no browser. Name the file *.browser.spec.ts');
};
const NO_BROWSER = { __esModule: true, default: { launch: refuse, connect: refuse }, launch: refuse, connect: refuse };

/** Properties are tried with what SEED leads to, so that a run can be played again. */
function seed(fc) {
  fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env.SEED) });
}
