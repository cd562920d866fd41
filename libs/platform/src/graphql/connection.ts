import type { Type } from '@nestjs/common';
import { ArgsType, Field, Int, ObjectType, TypeMetadataStorage } from '@nestjs/graphql';
import { PAGE_LIMIT } from './keyset';

export interface PageInfo {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor: string | null;
  readonly endCursor: string | null;
}

/** One page after the Cursor Connections specification. */
export interface Connection<Node> {
  readonly edges: readonly { readonly cursor: string; readonly node: Node }[];
  readonly pageInfo: PageInfo;
}

@ObjectType('PageInfo', { description: 'Where a page stands in its list (分页信息).' })
export class PageInfoType implements PageInfo {
  @Field(() => Boolean, { description: 'Whether more rows follow (是否有下一页).' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'Whether the page began after a cursor (是否有上一页).' })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Cursor of the first row (首行游标); null on an empty page.' })
  startCursor!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Cursor of the last row (末行游标); send it as "after" for the next page.',
  })
  endCursor!: string | null;
}

/** Arguments of every list: `@Args() page: PageArgs`. Extend it to add filters. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: 50, description: `Rows wanted (条数), 1…${PAGE_LIMIT.toString()}.` })
  first: number = 50;

  @Field(() => String, { nullable: true, description: 'Cursor after which the page begins (起始游标).' })
  after?: string | null;
}

/** The schema name of an object type class. */
const nameOf = (node: Type<object>): string => {
  const name = TypeMetadataStorage.getObjectTypeMetadataByTarget(node)?.name;
  if (name === undefined) throw new Error(`${node.name} is not an object type`);
  return name;
};

/**
 * The connection type of a node type: `export class OrderConnection extends connectionOf(OrderType) {}` is not needed,
 * `const OrderConnection = connectionOf(OrderType)` is enough; `@Query(() => OrderConnection)`.
 */
export const connectionOf = <Node extends object>(node: Type<Node>): Type<Connection<Node>> => {
  const name = nameOf(node);

  @ObjectType(`${name}Edge`, { description: `One row of a list of ${name} (列表行).` })
  class EdgeType {
    @Field(() => String, { description: 'Where this row stands in its list (游标).' })
    cursor!: string;

    @Field(() => node, { description: `The ${name} itself (内容).` })
    node!: Node;
  }

  @ObjectType(`${name}Connection`, { description: `A page of ${name} (分页列表).` })
  class ConnectionType implements Connection<Node> {
    @Field(() => [EdgeType], { description: 'The rows of the page, in the order of the list (各行).' })
    edges!: EdgeType[];

    @Field(() => PageInfoType, { description: 'Where the page stands in the list (分页信息).' })
    pageInfo!: PageInfoType;
  }

  return ConnectionType;
};
