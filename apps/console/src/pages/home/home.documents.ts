import { graphql } from '../../api/graphql';

export const Overview = graphql(`
  query Overview {
    areaOverview {
      businessDate
      contractedProducts
      contractedHospitals
      agreedAmount
      acceptedLines
      acceptedAmount
      confirmedSheets
      confirmedRetained
      careMonths {
        month
        people
        amount
      }
      fund {
        cash
        owedToSuppliers
        owedToHospitals
        owedToPeople
      }
    }
  }
`);

// How many rows a list has, up to a hundred: its edges are counted; a cursor is their cheapest field.

export const WaitsOfClerk = graphql(`
  query WaitsOfClerk {
    applications(first: 100, state: SUBMITTED) {
      edges {
        cursor
      }
    }
    conclusions: assessments(first: 100, state: CONCLUDED) {
      edges {
        cursor
      }
    }
    payables(first: 100, state: OPEN) {
      edges {
        cursor
      }
    }
    unknown: payments(first: 100, state: UNKNOWN) {
      edges {
        cursor
      }
    }
    returned: payments(first: 100, state: RETURNED) {
      edges {
        cursor
      }
    }
  }
`);

export const WaitsOfApproval = graphql(`
  query WaitsOfApproval {
    grades: assessments(first: 100, state: PUBLICITY_ENDED) {
      edges {
        cursor
      }
    }
  }
`);

export const WaitsOfCheck = graphql(`
  query WaitsOfCheck {
    accounts: payeeAccounts(first: 100, state: ENTERED) {
      edges {
        cursor
      }
    }
  }
`);

export const WaitsOfHospital = graphql(`
  query WaitsOfHospital {
    drafts: volumeReports(first: 100, state: DRAFT) {
      edges {
        cursor
      }
    }
    faulty: volumeReports(first: 100, state: FAULTY) {
      edges {
        cursor
      }
    }
    returned: volumeReports(first: 100, state: RETURNED) {
      edges {
        cursor
      }
    }
    invoices(first: 100, state: MATCHED) {
      edges {
        cursor
      }
    }
    sheets: savingsSheets(first: 100) {
      edges {
        node {
          state
        }
      }
    }
    deliveries: shipments(first: 100, waiting: true) {
      edges {
        cursor
      }
    }
  }
`);

export const WaitsOfSupplier = graphql(`
  query WaitsOfSupplier {
    placed: purchaseOrders(first: 100, state: PLACED) {
      edges {
        cursor
      }
    }
    disputed: invoices(first: 100, state: DISPUTED) {
      edges {
        cursor
      }
    }
  }
`);

export const WaitsOfAssessor = graphql(`
  query WaitsOfAssessor {
    visits: assessments(first: 100, state: VISITING) {
      edges {
        cursor
      }
    }
    joint: assessments(first: 100, state: JOINT) {
      edges {
        cursor
      }
    }
  }
`);

export const WaitsOfReview = graphql(`
  query WaitsOfReview {
    reports: volumeReports(first: 100, state: SUBMITTED) {
      edges {
        node {
          waitingFor {
            roles
          }
        }
      }
    }
  }
`);
