const { Client } = require('pg');
const { ModernFakeTimers } = require('@jest/fake-timers');
const { ModuleMocker } = require('jest-mock');

const asNodeMadeIt = Object.getOwnPropertyDescriptors(globalThis);
// oxlint-disable-next-line typescript/unbound-method -- it is only put back
const { exit } = process;

/**
 * What goes with `once-a-worker.runtime.cjs`: modules live in the process itself, and so do the tests of each file, one file
 * after the other. What a file changed of Node's own, and what it watches or replaces by `jest.spyOn`, is put back behind it.
 */
module.exports = class {
  constructor({ projectConfig }) {
    const { opensNoDatabase = false } = projectConfig.testEnvironmentOptions;
    refusesDatabases = opensNoDatabase;
    this.global = globalThis;
    this.moduleMocker = new ModuleMocker(globalThis);
    this.fakeTimersModern = new ModernFakeTimers({ config: projectConfig, global: globalThis });
    this.fakeTimers = null;
  }

  getVmContext() {
    return globalThis;
  }

  exportConditions() {
    return ['node', 'node-addons'];
  }

  async setup() {}

  async teardown() {
    this.moduleMocker.restoreAllMocks();
    this.fakeTimersModern.dispose();
    process.exit = exit;
    for (const name of Reflect.ownKeys(globalThis)) {
      const before = asNodeMadeIt[name];
      if (before === undefined) {
        if (isOfTheRunner(name)) Reflect.deleteProperty(globalThis, name);
      } else if ('value' in before && globalThis[name] !== before.value)
        Object.defineProperty(globalThis, name, before);
    }
  }
};

/** Under such symbols it keeps the tests of a file, and what the file asked of it. */
const isOfTheRunner = (name) =>
  typeof name === 'symbol' &&
  /^(JEST_STATE|EVENT_HANDLERS|TEST_TIMEOUT|RETRY_|WAIT_BEFORE|LOG_ERRORS)/.test(name.description);

let refusesDatabases = false;
// oxlint-disable-next-line typescript/unbound-method -- it is only ever applied to a client
Client.prototype.connect = new Proxy(Client.prototype.connect, {
  apply(connect, client, given) {
    if (refusesDatabases)
      throw new Error('This project opens no database. Name the file *.db.spec.ts or *.http.spec.ts');
    return Reflect.apply(connect, client, given);
  },
});
