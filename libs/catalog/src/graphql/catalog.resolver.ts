import { Args, Query, Resolver } from '@nestjs/graphql';
import { Database, type Caller } from '@huiji/platform';
import { Allow, CurrentCaller, type Connection } from '@huiji/platform';
import { CatalogService } from '../catalog.service';
import type { Organisation, Product } from '../model/catalog.types';
import { OrganisationPageArgs, ProductPageArgs } from './catalog.args';
import { OrganisationConnection, ProductConnection } from './catalog.types';

const everybody = [
  'agency-clerk',
  'agency-first-review',
  'agency-recheck',
  'agency-approval',
  'agency-accounts',
  'agency-accounts-check',
  'hospital',
  'supplier',
  'assessor',
  'auditor',
] as const;

@Resolver()
export class CatalogResolver {
  constructor(
    private readonly database: Database,
    private readonly catalog: CatalogService,
  ) {}

  @Allow(...everybody)
  @Query(() => OrganisationConnection, {
    description: 'Organisations that act in the area (本统筹区机构), by Chinese name.',
  })
  organisations(
    @CurrentCaller() caller: Caller,
    @Args() args: OrganisationPageArgs,
  ): Promise<Connection<Organisation>> {
    return this.database.read(caller.scope, (tx) =>
      this.catalog.organisationPage(tx, { kind: args.kind ?? null, search: args.search }, args),
    );
  }

  @Allow(...everybody)
  @Query(() => ProductConnection, { description: 'Products of the item master (药品耗材目录), by code.' })
  products(@CurrentCaller() caller: Caller, @Args() args: ProductPageArgs): Promise<Connection<Product>> {
    return this.database.read(caller.scope, (tx) => this.catalog.productPage(tx, args.search, args));
  }
}
