import { bigintColumn, dateColumn } from '@huiji/platform';
import type { PlainDate } from '@huiji/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { OrderState } from '../model/order.types';

@Entity({ schema: 'procurement', name: 'purchase_order' })
export class PurchaseOrderEntity {
  @PrimaryColumn('text') area!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text') number!: string;
  @Column('uuid', { name: 'hospital_id' }) hospitalId!: string;
  @Column('uuid', { name: 'supplier_id' }) supplierId!: string;
  @Column({ ...dateColumn, name: 'ordered_on' }) orderedOn!: PlainDate;
  @Column('text') state!: OrderState;
  @Column('integer', { default: 1 }) version!: number;
}

@Entity({ schema: 'procurement', name: 'purchase_order_line' })
export class PurchaseOrderLineEntity {
  @PrimaryColumn('text') area!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'order_id' }) orderId!: string;
  @Column('integer', { name: 'line_number' }) lineNumber!: number;
  @Column('uuid', { name: 'sub_contract_id' }) subContractId!: string;
  @Column('uuid', { name: 'product_id' }) productId!: string;
  @Column({ ...bigintColumn, name: 'ordered_quantity' }) orderedQuantity!: bigint;
  @Column({ ...bigintColumn, name: 'price_fen' }) priceFen!: bigint;
  @Column({ ...bigintColumn, name: 'price_per' }) pricePer!: bigint;
  @Column({ ...bigintColumn, name: 'amount_fen' }) amountFen!: bigint;
}

@Entity({ schema: 'procurement', name: 'shipment' })
export class ShipmentEntity {
  @PrimaryColumn('text') area!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text') number!: string;
  @Column('uuid', { name: 'order_id' }) orderId!: string;
  @Column('uuid', { name: 'hospital_id' }) hospitalId!: string;
  @Column('uuid', { name: 'supplier_id' }) supplierId!: string;
  @Column({ ...dateColumn, name: 'shipped_on' }) shippedOn!: PlainDate;
}
