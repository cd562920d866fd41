import type { Type } from '@nestjs/common';
import { createUnionType } from '@nestjs/graphql';
import { isRefusal, refusalTypeName, refusalTypes } from './refusal.type';

const mutationOf = (name: string): string => `${name.charAt(0).toLowerCase()}${name.slice(1).replace(/Result$/, '')}`;

/**
 * The union a mutation answers with: its payload, or one of the refusals.
 * `export const OrderConfirmResult = mutationResult('OrderConfirmResult', () => OrderType)`, then
 * `@Mutation(() => OrderConfirmResult, …)`; the resolver returns the payload or the kernel's refusal as it is.
 */
export const mutationResult = <Payload extends object>(name: string, payload: () => Type<Payload>): object =>
  createUnionType({
    name,
    description: `Outcome (结果) of the mutation ${mutationOf(name)}: what was made or changed, or a refusal.`,
    types: () => [payload(), ...refusalTypes] as const,
    resolveType: (value: object) => (isRefusal(value) ? refusalTypeName[value.kind] : payload()),
  });
