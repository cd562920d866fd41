import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { execute } from './client';
import { OrganisationDirectory, type Organisation } from './directory.documents';
import type { ResultOf } from './graphql';

const everyOrganisation = async (): Promise<readonly Organisation[]> => {
  const found: Organisation[] = [];
  let after: string | null = null;
  do {
    const { organisations }: ResultOf<typeof OrganisationDirectory> = await execute(OrganisationDirectory, { after });
    found.push(...organisations.edges.map(({ node }) => node));
    after = organisations.pageInfo.hasNextPage ? organisations.pageInfo.endCursor : null;
  } while (after !== null && found.length < 5_000);
  return found;
};

/** The organisations of the area, read once per log-in: names for ids, and choices for forms. */
export const useOrganisations = (): readonly Organisation[] => {
  const query = useQuery({
    queryKey: ['OrganisationDirectory'],
    queryFn: everyOrganisation,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return query.data ?? [];
};

/** Names an organisation in the chosen language. */
export type { Organisation } from './directory.documents';

export const useOrganisationName = (): ((organisation: { nameZh: string; nameEn: string }) => string) => {
  const { i18n } = useTranslation();
  return ({ nameZh, nameEn }) => (i18n.language === 'en' && nameEn !== '' ? nameEn : nameZh);
};
