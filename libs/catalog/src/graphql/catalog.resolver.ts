import { Args, Query, Resolver } from '@nestjs/graphql';
import { Database, type Caller } from '@huiji/platform';
import { CurrentCaller, type Connection } from '@huiji/platform';
import { CatalogService } from '../catalog.service';
import type { Organisation, Product } from '../model/catalog.types';
import { OrganisationPageArgs, ProductPageArgs } from './catalog.args';
import { OrganisationConnection, ProductConnection } from './catalog.types';

@Resolver()
export class CatalogResolver {
  constructor(
    private readonly database: Database,
    private readonly catalog: CatalogService,
  ) {}

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

  @Query(() => ProductConnection, { description: 'Products of the item master (药品耗材目录), by code.' })
  products(@CurrentCaller() caller: Caller, @Args() args: ProductPageArgs): Promise<Connection<Product>> {
    return this.database.read(caller.scope, (tx) => this.catalog.productPage(tx, args.search, args));
  }
}
