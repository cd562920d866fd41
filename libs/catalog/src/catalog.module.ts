import { Module } from '@nestjs/common';
import { CatalogService } from './catalog.service';
import { CatalogResolver } from './graphql/catalog.resolver';
import { CatalogRepository } from './persistence/catalog.repository';

@Module({
  providers: [CatalogRepository, CatalogService, CatalogResolver],
  exports: [CatalogService],
})
export class CatalogModule {}
