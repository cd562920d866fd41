import { graphql } from '../../api/graphql';
import { RefusalParts } from '../../api/refusal-parts';

export const Notices = graphql(`
  query Notices($first: Int!, $after: String, $unreadOnly: Boolean!) {
    notices(first: $first, after: $after, unreadOnly: $unreadOnly) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          kind
          message
          subjectType
          subjectId
          madeAt
          readAt
        }
      }
    }
  }
`);

export const NoticesUnread = graphql(`
  query NoticesUnread {
    noticesUnread
  }
`);

export const MarkNoticesRead = graphql(
  `
    mutation MarkNoticesRead($input: NoticesMarkReadInput!) {
      noticesMarkRead(input: $input) {
        ...RefusalParts
        ... on NoticesRead {
          unread
        }
      }
    }
  `,
  [RefusalParts],
);

export const Settings = graphql(`
  query Settings {
    notificationSettings {
      mailMasked
      phoneMasked
      mailAvailable
      smsAvailable
      choices {
        kind
        channel
        wanted
      }
    }
  }
`);

export const SetSettings = graphql(
  `
    mutation SetSettings($input: NotificationSettingsSetInput!) {
      notificationSettingsSet(input: $input) {
        ...RefusalParts
        ... on NotificationSettings {
          mailMasked
        }
      }
    }
  `,
  [RefusalParts],
);

export const Webhooks = graphql(`
  query Webhooks {
    webhooks {
      id
      url
      kinds
      state
      failuresInRow
      madeAt
      events(first: 20) {
        edges {
          node {
            id
            kind
            state
            attempts
            status
            fault
            madeAt
          }
        }
      }
    }
  }
`);

export const CreateWebhook = graphql(
  `
    mutation CreateWebhook($input: WebhookCreateInput!) {
      webhookCreate(input: $input) {
        ...RefusalParts
        ... on WebhookWithSecret {
          secret
        }
      }
    }
  `,
  [RefusalParts],
);

export const RenewSecret = graphql(
  `
    mutation RenewSecret($input: WebhookSecretRenewInput!) {
      webhookSecretRenew(input: $input) {
        ...RefusalParts
        ... on WebhookWithSecret {
          secret
        }
      }
    }
  `,
  [RefusalParts],
);

export const SetWebhookState = graphql(
  `
    mutation SetWebhookState($input: WebhookStateSetInput!) {
      webhookStateSet(input: $input) {
        ...RefusalParts
        ... on Webhook {
          id
        }
      }
    }
  `,
  [RefusalParts],
);
