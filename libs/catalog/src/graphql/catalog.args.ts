import { ArgsType, Field } from '@nestjs/graphql';
import { PageArgs } from '@huiji/platform';
import type { OrganisationKind } from '../model/catalog.types';
import { OrganisationKindEnum } from './catalog.types';

@ArgsType()
export class OrganisationPageArgs extends PageArgs {
  @Field(() => OrganisationKindEnum, { nullable: true, description: 'Only those that act in this role (按类别筛选).' })
  kind?: OrganisationKind | null;

  @Field(() => String, { defaultValue: '', description: 'Part of the Chinese name (名称包含).' })
  search: string = '';
}

@ArgsType()
export class ProductPageArgs extends PageArgs {
  @Field(() => String, {
    defaultValue: '',
    description: 'Part of the Chinese name, or the beginning of the code (名称或代码).',
  })
  search: string = '';
}
