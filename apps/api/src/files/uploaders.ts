import { rolesOf, type Permissions, type Role } from '@huiji/platform';
import { getNamedType, isInputObjectType, type GraphQLInputType, type GraphQLSchema } from 'graphql';

/** The field by which an input names a file that was sent up before. */
const FILE_FIELD = 'fileId';

const takesFile = (type: GraphQLInputType, seen = new Set<string>()): boolean => {
  const named = getNamedType(type);
  if (!isInputObjectType(named) || seen.has(named.name)) return false;
  seen.add(named.name);
  return Object.values(named.getFields()).some((field) => field.name === FILE_FIELD || takesFile(field.type, seen));
};

/** Who may send a file: the roles that own a mutation which takes one. Whoever else sends it could do nothing with it. */
export const uploaders = (schema: GraphQLSchema, permissions: Permissions): ReadonlySet<Role> =>
  new Set(
    Object.values(schema.getMutationType()?.getFields() ?? {})
      .filter(
        ({ name, args }) => args.some((arg) => arg.name === FILE_FIELD || takesFile(arg.type)) && name in permissions,
      )
      .flatMap(({ name }) => rolesOf(permissions[name] ?? 'public')),
  );
