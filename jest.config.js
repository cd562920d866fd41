/** ESM-only packages that jest must compile to CommonJS too. */
const esmPackages = [
  '@nestjs',
  '@as-integrations',
  '@graphql-tools',
  '@escape\\.tech',
  '@apollo',
  'lru-cache',
  'openid-client',
  'oauth4webapi',
  'file-type',
  'jose',
  'uuid',
  'hucre',
  'udsv',
  'strtok3',
  'token-types',
  'uint8array-extras',
  '@tokenizer',
  '@whatwg-node',
  '@borewit',
  'content-disposition',
  'cookie',
];

/** @param {boolean} ignoreDynamic */
const swc = (ignoreDynamic) => [
  '@swc/jest',
  {
    swcrc: false,
    module: { type: 'commonjs', ignoreDynamic },
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', tsx: true, decorators: true },
      transform: {
        legacyDecorator: true,
        decoratorMetadata: true,
        useDefineForClassFields: false,
        react: { runtime: 'automatic' },
      },
      keepClassNames: true,
    },
    sourceMaps: 'inline',
  },
];

/** @type {import('jest').Config} */
const config = {
  testEnvironment: 'node',
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/prisma-free-migrations', '<rootDir>/tests'],
  testMatch: ['**/*.spec.ts'],
  globalSetup: '<rootDir>/prisma-free-migrations/src/testing/jest-global-setup.ts',
  globalTeardown: '<rootDir>/prisma-free-migrations/src/testing/jest-global-teardown.ts',
  transform: {
    'node_modules/.+\\.m?js$': swc(false),
    '\\.[cm]?[jt]sx?$': swc(true),
  },
  transformIgnorePatterns: [`node_modules/(?!(${esmPackages.join('|')})/)`, '^(?!.*/node_modules/).*/dist/'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  modulePathIgnorePatterns: ['<rootDir>/.*/dist/', '<rootDir>/.huiji/', '<rootDir>/.nx/'],
  testEnvironmentOptions: { customExportConditions: ['huiji-source', 'node', 'require', 'default'] },
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'cjs', 'json', 'node'],
  testSequencer: '<rootDir>/tests/longest-first.cjs',
  testTimeout: 30_000,
  maxWorkers: 2,
  workerIdleMemoryLimit: '1500MB',
};

module.exports = config;
