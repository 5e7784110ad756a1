const { types } = require('node:util');
const { TestEnvironment } = require('jest-environment-node');
const { Client } = require('pg');

const ofAnyRealm = {
  Error: types.isNativeError,
  Date: types.isDate,
  Promise: types.isPromise,
  Map: types.isMap,
  Set: types.isSet,
  RegExp: types.isRegExp,
  Array: Array.isArray,
  Function: (value) => typeof value === 'function',
  Object: (value) => (typeof value === 'object' && value !== null) || typeof value === 'function',
};
const ordinary = Function.prototype[Symbol.hasInstance];

/**
 * What goes with `once-a-worker.runtime.cjs`: packages live in the process itself, a file of tests in a realm of its own, and
 * neither may notice. So a value of either is an instance of both realms' constructors.
 */
function meetOtherRealms(realm) {
  for (const [name, is] of Object.entries(ofAnyRealm)) {
    const constructor = realm[name];
    Object.defineProperty(constructor, Symbol.hasInstance, {
      value(value) {
        // Classes that extend it inherit this.
        return ordinary.call(this, value) || (this === constructor && is(value));
      },
      configurable: true,
    });
  }
}
meetOtherRealms(globalThis);

let opensNoDatabase = false;
// oxlint-disable-next-line typescript/unbound-method -- it is only ever applied to a client
Client.prototype.connect = new Proxy(Client.prototype.connect, {
  apply(connect, client, given) {
    if (opensNoDatabase)
      throw new Error('This project opens no database. Name the file *.db.spec.ts or *.http.spec.ts');
    return Reflect.apply(connect, client, given);
  },
});

module.exports = class extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    ({ opensNoDatabase = false } = config.projectConfig.testEnvironmentOptions);
    meetOtherRealms(this.global);
    // Frameworks keep there what decorators say.
    this.global.Reflect = Reflect;
  }

  async teardown() {
    // What a file has declared with decorators would keep the whole of it in memory.
    for (const list of Object.values(globalThis.typeormMetadataArgsStorage ?? {}))
      if (Array.isArray(list)) list.length = 0;
    await super.teardown();
  }
};
