import { roles, rolesOf, type ActScope, type Permissions, type Role } from '@huiji/platform';
import type { GraphQLSchema } from 'graphql';

const NAMES: Readonly<Record<Role, string>> = {
  'agency-clerk': '经办',
  'agency-first-review': '初审',
  'agency-recheck': '复核',
  'agency-approval': '审批',
  'agency-accounts': '账户录入',
  'agency-accounts-check': '账户复核',
  hospital: '医疗机构',
  supplier: '企业',
  assessor: '评估员',
  auditor: '稽核',
  administrator: '系统管理员',
};

const HEAD = `# Permissions (权限表)

Who may run what, and how far they reach. Written by \`npm run permissions\` from the tables in \`permissions.ts\` of each
library, which the guard of the API reads too: an operation that is not here does not run. Nobody edits this page.

Reach (范围): **area** 统筹区, everything of the caller's area and nothing of another · **organisation** 本机构, what the
caller's organisation is a party of · **own** 本人, what is assigned to or about the person. What lies beyond somebody's
reach is, for them, not there: foreign and absent get one answer.

`;

const cell = (permissions: Permissions, name: string, scope: ActScope): string => {
  const permission = permissions[name] ?? 'public';
  if (permission === 'public') return scope === 'area' ? '*everybody, before log-in (无需登录)*' : '';
  return rolesOf(permission)
    .filter((role) => permission[role] === scope)
    .map((role) => `${NAMES[role]} ${role}`)
    .join('<br>');
};

const plain = (text: string | null | undefined): string =>
  (text ?? '').replace(/\n\nRoles \(角色\): .*$/s, '').replaceAll('|', '\\|');

/** docs/permissions.md: every operation with who runs it and how far they reach, in both languages. */
export const permissionsPage = (permissions: Permissions, schema: GraphQLSchema): string => {
  const table = (type: ReturnType<GraphQLSchema['getQueryType']>): string =>
    [
      '| operation 操作 | what 说明 | area 统筹区 | organisation 本机构 | own 本人 |',
      '| --- | --- | --- | --- | --- |',
      ...Object.values(type?.getFields() ?? {})
        .sort((a, b) => a.name.localeCompare(b.name))
        .map(({ name, description }) => {
          const cells = (['area', 'organisation', 'own'] as const).map((scope) => cell(permissions, name, scope));
          return `| \`${name}\` | ${[plain(description), ...cells].join(' | ')} |`;
        }),
    ].join('\n');
  return `${HEAD}## Reads (查询)\n\n${table(schema.getQueryType())}\n\n## Acts (操作)\n\n${table(schema.getMutationType())}\n`;
};

const inSchema = (role: Role): string => role.toUpperCase().replaceAll('-', '_');

/** What the console hides from whom: operations with the roles that may run them, as the schema writes roles. */
export const consolePermissions = (permissions: Permissions): string => {
  const rows = Object.entries(permissions)
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([name, permission]) => {
      const allowed = permission === 'public' ? roles : rolesOf(permission);
      return `  ${name}: [${allowed.map((role) => `'${inSchema(role)}'`).join(', ')}],`;
    });
  return `/** Written by \`npm run permissions\`; nobody edits this file. */\nexport const permissions = {\n${rows.join('\n')}\n} as const;\n`;
};
