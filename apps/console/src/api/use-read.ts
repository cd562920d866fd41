import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { execute, operationOf } from './client';
import { Fault } from './fault';
import type { Document } from './graphql';

interface ReadOptions<Result> {
  /** Read again after so many ms while this says so: a job is at work. */
  readonly again?: (result: Result) => number | false;
  readonly when?: boolean;
}

/** What a read has now: its data, or that it waits, or the fault that stopped it. */
export interface Reading<Result> {
  readonly data: Result | undefined;
  readonly waiting: boolean;
  readonly fault: Fault | undefined;
  readonly retry: () => void;
}

const faultFrom = (error: unknown): Fault | undefined =>
  error === null || error === undefined
    ? undefined
    : error instanceof Fault
      ? error
      : new Fault('server', error instanceof Error ? error.message : 'unknown');

/** One query document. */
export const useRead = <Result, Variables>(
  document: Document<Result, Variables>,
  variables: Variables,
  { again, when = true }: ReadOptions<Result> = {},
): Reading<Result> => {
  const query = useQuery<Result>({
    queryKey: [operationOf(document), variables],
    queryFn: ({ signal }) => execute(document, variables, signal),
    enabled: when,
    refetchInterval: ({ state }) => (state.data === undefined ? false : (again?.(state.data) ?? false)),
  });
  return {
    data: query.data,
    waiting: query.isPending && when,
    fault: faultFrom(query.error),
    retry: () => {
      void query.refetch();
    },
  };
};

export interface Connection<Node> {
  readonly edges: readonly { readonly node: Node }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null };
}

export interface Pages<Node> {
  readonly rows: readonly Node[] | undefined;
  readonly waiting: boolean;
  readonly fault: Fault | undefined;
  readonly retry: () => void;
  readonly more: (() => void) | undefined;
  readonly fetchingMore: boolean;
}

/** A connection (keyset pages), read page by page and joined. */
export const usePages = <Result, Variables extends { first: number; after?: string | null }, Node>(
  document: Document<Result, Variables>,
  variables: Omit<Variables, 'first' | 'after'>,
  connectionOf: (result: Result) => Connection<Node>,
  { pageSize = 50, when = true, againMs }: { pageSize?: number; when?: boolean; againMs?: number | false } = {},
): Pages<Node> => {
  const query = useInfiniteQuery({
    queryKey: [operationOf(document), variables, pageSize],
    queryFn: ({ pageParam, signal }) =>
      execute(document, { ...variables, first: pageSize, after: pageParam } as unknown as Variables, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => {
      const { hasNextPage, endCursor } = connectionOf(last).pageInfo;
      return hasNextPage ? (endCursor ?? undefined) : undefined;
    },
    enabled: when,
    refetchInterval: againMs ?? false,
  });
  return {
    rows: query.data?.pages.flatMap((page) => connectionOf(page).edges.map((edge) => edge.node)),
    waiting: query.isPending && when,
    fault: faultFrom(query.error),
    retry: () => {
      void query.refetch();
    },
    more: query.hasNextPage
      ? () => {
          void query.fetchNextPage();
        }
      : undefined,
    fetchingMore: query.isFetchingNextPage,
  };
};
