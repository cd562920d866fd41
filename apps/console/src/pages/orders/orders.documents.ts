import { graphql } from '../../api/graphql';
import { RefusalParts } from '../../api/refusal-parts';

export const OrderParts = graphql(`
  fragment OrderParts on PurchaseOrder {
    id
    number
    state
    orderedOn
    amount
    hospital {
      id
      nameZh
      nameEn
    }
    supplier {
      id
      nameZh
      nameEn
    }
  }
`);

export const ShipmentParts = graphql(`
  fragment ShipmentParts on Shipment {
    id
    number
    orderId
    orderNumber
    shippedOn
    hospital {
      id
      nameZh
      nameEn
    }
    supplier {
      id
      nameZh
      nameEn
    }
    lines {
      id
      lineNumber
      batchNumber
      expiresOn
      quantity
      product {
        id
        code
        nameZh
        strength
        unitsPerPack
      }
      acceptance {
        id
        acceptedOn
        accepted
        damaged
        missing
      }
    }
  }
`);

export const Orders = graphql(
  `
    query Orders($state: PurchaseOrderState, $first: Int!, $after: String) {
      purchaseOrders(state: $state, first: $first, after: $after) {
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            ...OrderParts
          }
        }
      }
    }
  `,
  [OrderParts],
);

export const OneOrder = graphql(
  `
    query OneOrder($id: Uuid!) {
      purchaseOrder(id: $id) {
        ...OrderParts
        lines {
          id
          lineNumber
          ordered
          shipped
          accepted
          amount
          price {
            amount
            units
          }
          product {
            id
            code
            nameZh
            strength
            unitsPerPack
          }
        }
      }
      shipments(orderId: $id, first: 100) {
        edges {
          node {
            ...ShipmentParts
          }
        }
      }
    }
  `,
  [OrderParts, ShipmentParts],
);

export const Shipments = graphql(
  `
    query Shipments($waiting: Boolean!, $first: Int!, $after: String) {
      shipments(waiting: $waiting, first: $first, after: $after) {
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            ...ShipmentParts
          }
        }
      }
    }
  `,
  [ShipmentParts],
);

export const OneShipment = graphql(
  `
    query OneShipment($id: Uuid!) {
      shipment(id: $id) {
        ...ShipmentParts
      }
    }
  `,
  [ShipmentParts],
);

export const Acceptances = graphql(`
  query Acceptances($first: Int!, $after: String) {
    acceptanceLines(first: $first, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          acceptedOn
          accepted
          damaged
          missing
          returned
          amount
          orderNumber
          shipmentNumber
          batchNumber
          product {
            id
            code
            nameZh
            strength
            unitsPerPack
          }
          price {
            amount
            units
          }
          hospital {
            id
            nameZh
            nameEn
          }
          supplier {
            id
            nameZh
            nameEn
          }
        }
      }
    }
  }
`);

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
