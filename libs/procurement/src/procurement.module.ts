import { Module } from '@nestjs/common';
import { ApprovalModule } from '@huiji/approval';
import { CalendarModule } from '@huiji/calendar';
import { CatalogModule } from '@huiji/catalog';
import { NotificationModule } from '@huiji/notification';
import { ContractReader } from './contracts/contract.reader';
import { ContractResolver } from './contracts/graphql/contract.resolver';
import { ContractListRepository } from './contracts/persistence/contract-list.repository';
import { AcceptanceReader } from './orders/acceptance.reader';
import { AcceptanceResolver } from './orders/graphql/acceptance.resolver';
import { OrderResolver } from './orders/graphql/order.resolver';
import { OrderReader } from './orders/order.reader';
import { AcceptanceListRepository } from './orders/persistence/acceptance-list.repository';
import { OrderListRepository } from './orders/persistence/order-list.repository';
import { ProgressResolver } from './progress/graphql/progress.resolver';
import { ProgressReader } from './progress/progress.reader';
import { PurchaseResolver } from './purchases/graphql/purchase.resolver';
import { CampaignResolver } from './reporting/graphql/campaign.resolver';
import { ReportResolver } from './reporting/graphql/report.resolver';
import { ReportListRepository } from './reporting/persistence/report-list.repository';
import { ReportReader } from './reporting/report.reader';
import { RoundResolver } from './rounds/graphql/round.resolver';
import { RoundReader } from './rounds/round.reader';
import { ContractService } from './contracts/contract.service';
import { ContractRepository } from './contracts/persistence/contract.repository';
import { VolumeRepository } from './contracts/persistence/volume.repository';
import { VolumeService } from './contracts/volume.service';
import { procurementJobHandlers } from './jobs';
import { AcceptanceImportService } from './orders/acceptance-import.service';
import { AcceptanceService } from './orders/acceptance.service';
import { OrderService } from './orders/order.service';
import { AcceptanceImportRepository } from './orders/persistence/acceptance-import.repository';
import { AcceptanceRepository } from './orders/persistence/acceptance.repository';
import { OrderRepository } from './orders/persistence/order.repository';
import { ProgressService } from './progress/progress.service';
import { PurchaseRepository } from './purchases/persistence/purchase.repository';
import { ReturnWatch } from './orders/return-watch';
import { PurchaseService } from './purchases/purchase.service';
import { CampaignService } from './reporting/campaign.service';
import { CampaignRepository } from './reporting/persistence/campaign.repository';
import { ReportRepository } from './reporting/persistence/report.repository';
import { ReportAnnouncer } from './reporting/report-announcer.service';
import { ReportFactsService } from './reporting/report-facts.service';
import { ReportService } from './reporting/report.service';
import { ReviewService } from './reporting/review.service';
import { AwardService } from './rounds/award.service';
import { RoundRepository } from './rounds/persistence/round.repository';
import { RoundService } from './rounds/round.service';

const readers = [RoundReader, ReportReader, ContractReader, OrderReader, AcceptanceReader, ProgressReader];

const resolvers = [
  RoundResolver,
  CampaignResolver,
  ReportResolver,
  ContractResolver,
  OrderResolver,
  AcceptanceResolver,
  ProgressResolver,
  PurchaseResolver,
];

const services = [
  RoundService,
  AwardService,
  CampaignService,
  ReportService,
  ReviewService,
  VolumeService,
  ContractService,
  OrderService,
  AcceptanceService,
  AcceptanceImportService,
  ProgressService,
  PurchaseService,
];

/** Volume-based procurement: from the awards of a round to what hospitals accepted. */
@Module({
  imports: [ApprovalModule, CalendarModule, CatalogModule, NotificationModule],
  providers: [
    ...services,
    ...readers,
    ...resolvers,
    ReportAnnouncer,
    ReportFactsService,
    ReturnWatch,
    RoundRepository,
    CampaignRepository,
    ReportRepository,
    VolumeRepository,
    ContractRepository,
    OrderRepository,
    AcceptanceRepository,
    AcceptanceImportRepository,
    PurchaseRepository,
    ReportListRepository,
    ContractListRepository,
    OrderListRepository,
    AcceptanceListRepository,
    ...procurementJobHandlers,
  ],
  exports: [...services, ReturnWatch],
})
export class ProcurementModule {}
