import { graphql } from '../../api/graphql';
import { RefusalParts } from '../../api/refusal-parts';
import { CampaignParts } from '../campaigns/campaigns.documents';

export const ReportParts = graphql(
  `
    fragment ReportParts on VolumeReport {
      id
      state
      edition
      passedLevels
      fileId
      fileName
      returnReason
      reopenedUntil
      writable
      lineCount
      faultCount
      faultFileId
      hospital {
        id
        nameZh
        nameEn
      }
      campaign {
        ...CampaignParts
      }
      waitingFor {
        level
        name
        roles
      }
    }
  `,
  [CampaignParts],
);

export const Reports = graphql(
  `
    query Reports($campaignId: Uuid, $state: VolumeReportState, $first: Int!, $after: String) {
      volumeReports(campaignId: $campaignId, state: $state, first: $first, after: $after) {
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            ...ReportParts
          }
        }
      }
    }
  `,
  [ReportParts],
);

export const OneReport = graphql(
  `
    query OneReport($id: Uuid!) {
      volumeReport(id: $id) {
        ...ReportParts
        lines {
          row
          quantity
          reason
          variety {
            id
            genericNameZh
            genericNameEn
            smallestUnitZh
          }
          product {
            id
            code
            nameZh
          }
        }
        faults {
          row
          field
          code
          message
          mend
        }
      }
    }
  `,
  [ReportParts],
);

export const MakeTemplate = graphql(
  `
    mutation MakeTemplate($input: ReportInput!) {
      volumeReportTemplateMake(input: $input) {
        ...RefusalParts
        ... on VolumeReportTemplate {
          fileId
        }
      }
    }
  `,
  [RefusalParts],
);

export const UploadReport = graphql(
  `
    mutation UploadReport($input: ReportUploadInput!) {
      volumeReportUpload(input: $input) {
        ...RefusalParts
        ... on VolumeReport {
          id
        }
      }
    }
  `,
  [RefusalParts],
);

export const EnterReport = graphql(
  `
    mutation EnterReport($input: ReportEnterInput!) {
      volumeReportEnter(input: $input) {
        ...RefusalParts
        ... on VolumeReport {
          id
        }
      }
    }
  `,
  [RefusalParts],
);

export const SubmitReport = graphql(
  `
    mutation SubmitReport($input: ReportInput!) {
      volumeReportSubmit(input: $input) {
        ...RefusalParts
        ... on VolumeReport {
          id
        }
      }
    }
  `,
  [RefusalParts],
);

export const WithdrawReport = graphql(
  `
    mutation WithdrawReport($input: ReportInput!) {
      volumeReportWithdraw(input: $input) {
        ...RefusalParts
        ... on VolumeReport {
          id
        }
      }
    }
  `,
  [RefusalParts],
);

export const AcceptReport = graphql(
  `
    mutation AcceptReport($input: ReportInput!) {
      volumeReportAccept(input: $input) {
        ...RefusalParts
        ... on VolumeReport {
          id
        }
      }
    }
  `,
  [RefusalParts],
);

export const ReturnReport = graphql(
  `
    mutation ReturnReport($input: ReportReturnInput!) {
      volumeReportReturn(input: $input) {
        ...RefusalParts
        ... on VolumeReport {
          id
        }
      }
    }
  `,
  [RefusalParts],
);
