import { applyDecorators, createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { Extensions, GqlExecutionContext } from '@nestjs/graphql';
import { GraphQLError, type GraphQLField, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql';
import type { Caller, Role } from '../requests/caller';
import type { GraphqlContext } from './context';

/** Who may run an operation: everybody, or the people in one of these roles. */
type Access = 'public' | readonly Role[];

const ACCESS = 'access';

/** The operation is for people in one of these roles. Every query and mutation carries this or `@Public()`. */
export const Allow = (...roles: readonly [Role, ...Role[]]): MethodDecorator =>
  applyDecorators(Extensions({ [ACCESS]: roles }));

/** The operation is for everybody, logged in or not. */
export const Public = (): MethodDecorator => applyDecorators(Extensions({ [ACCESS]: 'public' }));

const unauthenticated = (): GraphQLError =>
  new GraphQLError('Log in first, or refresh the access token (请先登录).', {
    extensions: { code: 'UNAUTHENTICATED' },
  });

const forbidden = (): GraphQLError =>
  new GraphQLError('Your role does not allow this operation (当前角色无此权限).', {
    extensions: { code: 'FORBIDDEN' },
  });

/** The caller of this request. Only in operations with `@Allow`. */
export const CurrentCaller = createParamDecorator((_: unknown, execution: ExecutionContext): Caller => {
  const { caller } = GqlExecutionContext.create(execution).getContext<GraphqlContext>();
  if (!caller) throw unauthenticated();
  return caller;
});

type Resolve = GraphQLFieldResolver<unknown, GraphqlContext, Record<string, unknown>>;

const guarded =
  (roles: readonly Role[], resolve: Resolve): Resolve =>
  (source, args, context, info) => {
    if (!context.caller) throw unauthenticated();
    if (!roles.includes(context.caller.role)) throw forbidden();
    if (context.caller.operations?.has(info.fieldName) === false) throw forbidden();
    return resolve(source, args, context, info);
  };

const accessOf = ({ extensions }: Pick<GraphQLField<unknown, unknown>, 'extensions'>): Access | undefined =>
  extensions[ACCESS] as Access | undefined;

/**
 * Denies by default: puts the permission check before every query and mutation, once, when the schema is made.
 * @throws when an operation says neither who may run it nor that everybody may.
 */
export const guardOperations = (schema: GraphQLSchema): GraphQLSchema => {
  const open: string[] = [];
  for (const type of [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]) {
    for (const field of Object.values(type?.getFields() ?? {})) {
      const access = accessOf(field);
      if (access === undefined) open.push(`${type?.name ?? ''}.${field.name}`);
      else if (access !== 'public') {
        if (field.resolve) field.resolve = guarded(access, field.resolve);
        field.description = `${field.description ?? ''}\n\nRoles (角色): ${access.join(', ')}.`;
      }
    }
  }
  if (open.length > 0) throw new Error(`operations without @Allow or @Public: ${open.join(', ')}`);
  return schema;
};
