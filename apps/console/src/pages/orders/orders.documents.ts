import { graphql } from '../../api/graphql';

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
