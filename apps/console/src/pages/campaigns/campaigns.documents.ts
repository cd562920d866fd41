import { graphql } from '../../api/graphql';
import { RefusalParts } from '../../api/refusal-parts';

export const CampaignParts = graphql(`
  fragment CampaignParts on ReportingCampaign {
    id
    periodId
    name
    opensOn
    closesOn
    floor
    state
    levels {
      level
      name
      roles
    }
  }
`);

export const Campaigns = graphql(
  `
    query Campaigns($first: Int!, $after: String) {
      reportingCampaigns(first: $first, after: $after) {
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            ...CampaignParts
            counts {
              state
              reports
            }
          }
        }
      }
    }
  `,
  [CampaignParts],
);

export const PlanCampaign = graphql(
  `
    mutation PlanCampaign($input: CampaignPlanInput!) {
      reportingCampaignPlan(input: $input) {
        ...RefusalParts
        ... on ReportingCampaign {
          id
        }
      }
    }
  `,
  [RefusalParts],
);

export const OpenCampaign = graphql(
  `
    mutation OpenCampaign($input: CampaignInput!) {
      reportingCampaignOpen(input: $input) {
        ...RefusalParts
        ... on ReportingCampaign {
          id
        }
      }
    }
  `,
  [RefusalParts],
);

export const CloseCampaign = graphql(
  `
    mutation CloseCampaign($input: CampaignInput!) {
      reportingCampaignClose(input: $input) {
        ...RefusalParts
        ... on ReportingCampaign {
          id
        }
      }
    }
  `,
  [RefusalParts],
);

export const ReopenCampaign = graphql(
  `
    mutation ReopenCampaign($input: CampaignReopenInput!) {
      reportingCampaignReopen(input: $input) {
        ...RefusalParts
        ... on ReportingCampaign {
          id
        }
      }
    }
  `,
  [RefusalParts],
);
