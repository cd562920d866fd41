import { graphql } from '../../api/graphql';
import { RefusalParts } from '../../api/refusal-parts';

export const Instruments = graphql(`
  query Instruments {
    instruments {
      key
      version
      nameZh
      nameEn
      source
      table
      unconfirmed
      domains {
        key
        nameZh
        nameEn
        maxTotal
        bandsVerified
        items {
          key
          nameZh
          nameEn
          options {
            score
            zh
            en
            scoreVerified
          }
        }
        bands {
          level
          nameZh
          nameEn
          min
          max
        }
      }
      grades {
        grade
        nameZh
        nameEn
      }
      wordingGaps {
        item
        zh
        en
      }
      confirmation {
        officerName
        document
        confirmedOn
      }
    }
  }
`);

export const ConfirmInstrument = graphql(
  `
    mutation ConfirmInstrument($input: InstrumentConfirmInput!) {
      instrumentConfirm(input: $input) {
        ...RefusalParts
        ... on AssessmentInstrument {
          key
        }
      }
    }
  `,
  [RefusalParts],
);
