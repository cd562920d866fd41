import { graphql } from '../../api/graphql';

export const TrialBalanceAt = graphql(`
  query TrialBalanceAt($at: PlainDate) {
    trialBalance(at: $at) {
      at
      totalDebit
      totalCredit
      lines {
        code
        accounts
        debit
        credit
        pendingDebit
        pendingCredit
      }
    }
  }
`);

export const AccountsOfCode = graphql(`
  query AccountsOfCode($code: LedgerAccountCode!, $first: Int!, $after: String) {
    ledgerAccounts(code: $code, first: $first, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          ownerId
          balance
          debitsPosted
          creditsPosted
          debitsPending
          creditsPending
        }
      }
    }
  }
`);

export const EntriesOfAccount = graphql(`
  query EntriesOfAccount($id: Uuid!, $first: Int!, $after: String) {
    ledgerAccount(id: $id) {
      id
      code
      ownerId
      balance
      entries(first: $first, after: $after) {
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            id
            code
            side
            amount
            status
            effectiveDate
            bookedOn
            counterCode
            counterOwnerId
            reference {
              type
              id
            }
          }
        }
      }
    }
  }
`);
