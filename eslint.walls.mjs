import nx from '@nx/eslint-plugin';

/** Floors of the house: what each kind of library may stand on. */
export const floors = {
  kernel: ['kernel'],
  platform: ['kernel', 'platform'],
  migrations: ['kernel', 'platform', 'migrations'],
  foundation: ['kernel', 'platform', 'foundation'],
  domain: ['kernel', 'platform', 'foundation'],
  flows: ['kernel', 'platform', 'foundation', 'domain', 'flows'],
  console: ['kernel', 'console'],
  bank: ['kernel', 'bank'],
  app: ['kernel', 'platform', 'foundation', 'domain', 'flows', 'migrations', 'bank', 'app'],
};

/** Foundations in their declared order: each may stand on those before it. */
export const foundations = ['calendar', 'catalog', 'ledger', 'notification', 'identity', 'audit', 'approval', 'fund'];

export const domains = ['procurement', 'savings', 'settlement', 'long-term-care'];

const depConstraints = [
  ...Object.entries(floors).map(([floor, below]) => ({
    sourceTag: `type:${floor}`,
    onlyDependOnLibsWithTags: below.map((name) => `type:${name}`),
  })),
  ...foundations.map((name, index) => ({
    sourceTag: `scope:${name}`,
    notDependOnLibsWithTags: foundations.slice(index + 1).map((later) => `scope:${later}`),
  })),
  ...domains.map((name) => ({
    sourceTag: `scope:${name}`,
    notDependOnLibsWithTags: domains.filter((other) => other !== name).map((other) => `scope:${other}`),
  })),
].filter((constraint) => constraint.notDependOnLibsWithTags?.length !== 0);

const impure = [
  { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: 'a rule has no clock' },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'a rule has no clock' },
  { selector: "MemberExpression[object.name='Math'][property.name='random']", message: 'a rule has no randomness' },
];

/** Rooms inside a library, by path. */
const rooms = [
  {
    name: 'room/pure',
    files: ['libs/*/src/**/{rules,model}/**/*.ts', 'libs/kernel/src/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { regex: '^(?!@huiji/kernel$|\\.)', message: 'rules and model see only each other and the kernel' },
            {
              regex: '/(persistence|graphql|jobs)(/|$)',
              message: 'rules and model see only each other and the kernel',
            },
            {
              regex: '\\.(service|module|repository|entity)$',
              message: 'rules and model see only each other and the kernel',
            },
          ],
        },
      ],
      'no-restricted-globals': [
        'error',
        ...['process', 'crypto', 'setTimeout', 'setInterval', 'fetch', 'performance', 'Buffer'].map((name) => ({
          name,
          message: 'rules are facts in, facts out',
        })),
      ],
      'no-restricted-syntax': ['error', ...impure],
    },
  },
  {
    name: 'room/persistence',
    files: ['libs/*/src/**/persistence/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '/(rules|graphql|jobs)(/|$)|\\.service$',
              message: 'persistence keeps; it neither decides nor speaks',
            },
          ],
        },
      ],
    },
  },
  {
    name: 'room/services',
    files: ['libs/*/src/**/*.service.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ regex: '/graphql(/|$)', message: 'a service does not know the schema' }] },
      ],
    },
  },
  {
    name: 'room/edges',
    files: ['libs/*/src/**/{graphql,jobs}/**/*.ts'],
    ignores: ['**/*.spec.ts', 'libs/platform/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ regex: '/(rules|persistence)(/|$)', message: 'graphql and jobs call the service' }] },
      ],
    },
  },
];

/** The walls of the house, without type information: floors between libraries, rooms inside one. */
export const walls = [
  {
    name: 'wall/floors',
    files: ['apps/*/src/**/*.ts', 'apps/*/src/**/*.tsx', 'libs/*/src/**/*.ts', 'prisma-free-migrations/src/**/*.ts'],
    ignores: ['**/*.spec.ts', '**/testing/**'],
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': ['error', { enforceBuildableLibDependency: false, allow: [], depConstraints }],
    },
  },
  ...rooms,
];
