import { graphql } from '../../api/graphql';

export const Inbox = graphql(`
  query Inbox($first: Int!, $after: String, $subjectType: String, $lateOnly: Boolean!) {
    approvalInbox(first: $first, after: $after, subjectType: $subjectType, lateOnly: $lateOnly) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          subjectType
          subjectId
          task
          label
          amount
          lineCount
          sinceOn
          dueOn
          ageDays
          late
          escalated
        }
      }
    }
  }
`);

export const InboxCounts = graphql(`
  query InboxCounts {
    approvalInboxCounts {
      subjectType
      task
      count
      late
    }
  }
`);
