import '../../node_modules/mocha/mocha.js';

/** Mocha's browser build, which leaves itself on the global object: takes the place of `mocha` in the web suite. */
export default (globalThis as unknown as { Mocha: typeof Mocha }).Mocha;
