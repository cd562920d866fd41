import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { GraphqlContext } from '@huiji/platform';

/** The address a request comes from; a proxy's word is believed only where the settings name the proxy. */
export const ClientAddress = createParamDecorator((_: unknown, execution: ExecutionContext): string => {
  return GqlExecutionContext.create(execution).getContext<GraphqlContext>().req.ip;
});
