const { relative, sep } = require('node:path');
const { default: Sequencer } = require('@jest/test-sequencer');

/** What takes longest, the longest first; begun last, it would run alone while the other worker waits. */
const longest = [
  'tests/browser/console.spec.ts',
  'tests/walks/acts.db.spec.ts',
  'tests/journeys/bad-input.db.spec.ts',
  'tests/faults/batch.spec.ts',
  'tests/faults/start-stop.spec.ts',
  'apps/start/src/demo/demonstration.db.spec.ts',
  'tests/journeys/bad-input-files.db.spec.ts',
  'tests/walks/reads.db.spec.ts',
  'tests/walks/versions.db.spec.ts',
  'tests/security/schema-fuzz.db.spec.ts',
  'tests/security/uploads.db.spec.ts',
];

/** Order of the test files: known long ones first, the rest as jest would. */
class LongestFirst extends Sequencer {
  sort(tests) {
    const place = ({ path, context }) => {
      const at = longest.indexOf(relative(context.config.rootDir, path).split(sep).join('/'));
      return at === -1 ? longest.length : at;
    };
    return [...super.sort(tests)].sort((a, b) => place(a) - place(b));
  }
}

module.exports = LongestFirst;
