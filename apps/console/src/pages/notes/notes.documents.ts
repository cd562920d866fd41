import { graphql } from '../../api/graphql';
import { RefusalParts } from '../../api/refusal-parts';

export const DemoNotes = graphql(`
  query DemoNotes {
    demoNotes {
      id
      topic
      textZh
      textEn
    }
  }
`);

export const AdvanceDate = graphql(
  `
    mutation AdvanceDate($input: AreaDateAdvanceInput!) {
      areaDateAdvance(input: $input) {
        ...RefusalParts
        ... on AreaDate {
          businessDate
        }
      }
    }
  `,
  [RefusalParts],
);
