import { graphql } from './graphql';

/** What every mutation asks of a refusal; spread it in each result. The names differ from any payload's. */
export const RefusalParts = graphql(`
  fragment RefusalParts on Refusal {
    refusalCode: code
    refusalMessage: message
    refusalMend: mend
    ... on InputRefusal {
      refusalIssues: issues {
        field
        row
        code
        message
        mend
      }
    }
  }
`);
