import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import { GraphQLError, type GraphQLField, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql';
import type { Caller } from '../requests/caller';
import { rolesOf, type Permission, type Permissions } from '../requests/permission';
import type { GraphqlContext } from './context';

const unauthenticated = (): GraphQLError =>
  new GraphQLError('Log in first, or refresh the access token (请先登录).', {
    extensions: { code: 'UNAUTHENTICATED' },
  });

const forbidden = (): GraphQLError =>
  new GraphQLError('Your role does not allow this operation (当前角色无此权限).', {
    extensions: { code: 'FORBIDDEN' },
  });

/** The caller of this request. Only in operations that are not public. */
export const CurrentCaller = createParamDecorator((_: unknown, execution: ExecutionContext): Caller => {
  const { caller } = GqlExecutionContext.create(execution).getContext<GraphqlContext>();
  if (!caller) throw unauthenticated();
  return caller;
});

type Resolve = GraphQLFieldResolver<unknown, GraphqlContext, Record<string, unknown>>;
type Operation = GraphQLField<unknown, GraphqlContext>;

const guarded =
  (name: string, permission: Exclude<Permission, 'public'>, resolve: Resolve): Resolve =>
  (source, args, context, info) => {
    if (!context.caller) throw unauthenticated();
    if (permission[context.caller.role] === undefined) throw forbidden();
    if (context.caller.operations?.has(name) === false) throw forbidden();
    return resolve(source, args, context, info);
  };

const operationsOf = (schema: GraphQLSchema): readonly Operation[] =>
  [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].flatMap((type) =>
    Object.values(type?.getFields() ?? {}),
  );

/** The sentence that the guard adds to the description of an operation. */
const sentence = (permission: Permission): string =>
  permission === 'public'
    ? 'Roles (角色): everybody, logged in or not (无需登录).'
    : `Roles (角色): ${rolesOf(permission)
        .map((role) => `${role} (${permission[role] ?? ''})`)
        .join(', ')}.`;

/**
 * Denies by default: puts the permission check before every query and mutation, once, when the schema is made, so it
 * runs before anything looks at an input.
 * @throws when an operation has no row in the table, or a row no operation.
 */
export const guardOperations = (schema: GraphQLSchema, permissions: Permissions): GraphQLSchema => {
  const operations = operationsOf(schema);
  const open = operations.filter(({ name }) => !Object.hasOwn(permissions, name));
  if (open.length > 0)
    throw new Error(
      `operations without a row in permissions.ts of their library: ${open.map(({ name }) => name).join(', ')}`,
    );
  const idle = Object.keys(permissions).filter((name) => !operations.some((field) => field.name === name));
  if (idle.length > 0) throw new Error(`rows of permissions without an operation: ${idle.join(', ')}`);
  for (const field of operations) {
    const permission = permissions[field.name] ?? {};
    if (permission !== 'public' && field.resolve) field.resolve = guarded(field.name, permission, field.resolve);
    field.description = `${field.description ?? ''}\n\n${sentence(permission)}`;
  }
  return schema;
};
