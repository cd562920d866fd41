import { useQuery } from '@tanstack/react-query';
import { execute } from './client';
import { ProductDirectory, type Product } from './directory.documents';
import type { ResultOf } from './graphql';

const everyProduct = async (): Promise<readonly Product[]> => {
  const found: Product[] = [];
  let after: string | null = null;
  do {
    const { products }: ResultOf<typeof ProductDirectory> = await execute(ProductDirectory, { after });
    found.push(...products.edges.map(({ node }) => node));
    after = products.pageInfo.hasNextPage ? products.pageInfo.endCursor : null;
  } while (after !== null && found.length < 1_000);
  return found;
};

/** Products for choices in forms (the first thousand; a search takes over when a catalogue is larger). */
export const useProducts = (): readonly Product[] => {
  const query = useQuery({
    queryKey: ['ProductDirectory'],
    queryFn: everyProduct,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return query.data ?? [];
};
