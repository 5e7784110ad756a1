const { default: Sequencer } = require('@jest/test-sequencer');

const PROJECTS = ['browser', 'db', 'unit'];

/**
 * What waits longest is begun first, so that no file of a minute is left for the end of a run. Within a project Jest goes by
 * how long a file took the last time, and on a machine that has run none by its size, which says little: a short file may
 * try hundreds of things in a browser.
 */
module.exports = class extends Sequencer {
  sort(tests) {
    const place = ({ context, path }) => {
      const isHostile = path.includes('/hostile-') ? 0 : 1;
      return PROJECTS.indexOf(context.config.displayName.name) * 2 + isHostile;
    };
    // oxlint-disable-next-line unicorn/no-array-sort -- not an array's, Jest's own
    return super.sort(tests).toSorted((a, b) => place(a) - place(b));
  }
};
