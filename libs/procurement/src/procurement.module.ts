import { Module } from '@nestjs/common';
import { CatalogModule } from '@huiji/catalog';
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
import { PurchaseService } from './purchases/purchase.service';
import { CampaignService } from './reporting/campaign.service';
import { CampaignRepository } from './reporting/persistence/campaign.repository';
import { ReportRepository } from './reporting/persistence/report.repository';
import { ReportFactsService } from './reporting/report-facts.service';
import { ReportService } from './reporting/report.service';
import { ReviewService } from './reporting/review.service';
import { AwardService } from './rounds/award.service';
import { RoundRepository } from './rounds/persistence/round.repository';
import { RoundService } from './rounds/round.service';

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
  imports: [CatalogModule],
  providers: [
    ...services,
    ReportFactsService,
    RoundRepository,
    CampaignRepository,
    ReportRepository,
    VolumeRepository,
    ContractRepository,
    OrderRepository,
    AcceptanceRepository,
    AcceptanceImportRepository,
    PurchaseRepository,
    ...procurementJobHandlers,
  ],
  exports: services,
})
export class ProcurementModule {}
