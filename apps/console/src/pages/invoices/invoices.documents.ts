import { graphql } from '../../api/graphql';
import { RefusalParts } from '../../api/refusal-parts';

export const InvoiceParts = graphql(`
  fragment InvoiceParts on Invoice {
    id
    code
    number
    issuedOn
    net
    tax
    total
    state
    registeredOn
    dueDate
    dueProvisional
    seller {
      id
      nameZh
      nameEn
    }
    buyer {
      id
      nameZh
      nameEn
    }
  }
`);

export const Invoices = graphql(
  `
    query Invoices($state: InvoiceState, $first: Int!, $after: String) {
      invoices(state: $state, first: $first, after: $after) {
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            ...InvoiceParts
          }
        }
      }
    }
  `,
  [InvoiceParts],
);

export const OneInvoice = graphql(
  `
    query OneInvoice($id: Uuid!) {
      invoice(id: $id) {
        ...InvoiceParts
        dueByDays
        dueByMonthEnd
        decidedOn
        decisionReason
        path {
          step
          status
          on
          expectedOn
          stop
          reason
        }
        payable {
          id
          state
        }
        lines {
          lineNo
          quantity
          amount
          price {
            amount
            per
          }
          product {
            id
            code
            nameZh
            strength
          }
          matches {
            acceptanceLineId
            acceptedOn
            quantity
            amount
          }
        }
      }
    }
  `,
  [InvoiceParts],
);

export const ConfirmInvoice = graphql(
  `
    mutation ConfirmInvoice($input: InvoiceConfirmInput!) {
      invoiceConfirm(input: $input) {
        ...RefusalParts
        ... on Invoice {
          id
        }
      }
    }
  `,
  [RefusalParts],
);

export const DisputeInvoice = graphql(
  `
    mutation DisputeInvoice($input: InvoiceDisputeInput!) {
      invoiceDispute(input: $input) {
        ...RefusalParts
        ... on Invoice {
          id
        }
      }
    }
  `,
  [RefusalParts],
);

export const WithdrawInvoice = graphql(
  `
    mutation WithdrawInvoice($input: InvoiceWithdrawInput!) {
      invoiceWithdraw(input: $input) {
        ...RefusalParts
        ... on Invoice {
          id
        }
      }
    }
  `,
  [RefusalParts],
);

export const SubmitInvoice = graphql(
  `
    mutation SubmitInvoice($input: InvoiceSubmitInput!) {
      invoiceSubmit(input: $input) {
        ...RefusalParts
        ... on Invoice {
          id
        }
      }
    }
  `,
  [RefusalParts],
);
