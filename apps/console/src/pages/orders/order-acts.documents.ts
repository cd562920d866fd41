import { graphql } from '../../api/graphql';
import { RefusalParts } from '../../api/refusal-parts';

export const PlaceOrder = graphql(
  `
    mutation PlaceOrder($input: OrderPlaceInput!) {
      purchaseOrderPlace(input: $input) {
        ...RefusalParts
        ... on PurchaseOrder {
          id
        }
      }
    }
  `,
  [RefusalParts],
);

export const ConfirmOrder = graphql(
  `
    mutation ConfirmOrder($input: OrderInput!) {
      purchaseOrderConfirm(input: $input) {
        ...RefusalParts
        ... on PurchaseOrder {
          id
        }
      }
    }
  `,
  [RefusalParts],
);

export const RefuseOrder = graphql(
  `
    mutation RefuseOrder($input: OrderRefuseInput!) {
      purchaseOrderRefuse(input: $input) {
        ...RefusalParts
        ... on PurchaseOrder {
          id
        }
      }
    }
  `,
  [RefusalParts],
);

export const CancelOrder = graphql(
  `
    mutation CancelOrder($input: OrderInput!) {
      purchaseOrderCancel(input: $input) {
        ...RefusalParts
        ... on PurchaseOrder {
          id
        }
      }
    }
  `,
  [RefusalParts],
);

export const CloseOrder = graphql(
  `
    mutation CloseOrder($input: OrderInput!) {
      purchaseOrderClose(input: $input) {
        ...RefusalParts
        ... on PurchaseOrder {
          id
        }
      }
    }
  `,
  [RefusalParts],
);

export const SendShipment = graphql(
  `
    mutation SendShipment($input: ShipmentSendInput!) {
      shipmentSend(input: $input) {
        ...RefusalParts
        ... on Shipment {
          id
        }
      }
    }
  `,
  [RefusalParts],
);

export const RecordAcceptance = graphql(
  `
    mutation RecordAcceptance($input: AcceptanceRecordInput!) {
      acceptanceRecord(input: $input) {
        ...RefusalParts
        ... on Shipment {
          id
        }
      }
    }
  `,
  [RefusalParts],
);

export const ReturnUnits = graphql(
  `
    mutation ReturnUnits($input: UnitsReturnInput!) {
      unitsReturn(input: $input) {
        ...RefusalParts
        ... on AcceptanceLine {
          id
        }
      }
    }
  `,
  [RefusalParts],
);
