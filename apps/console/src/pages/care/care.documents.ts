import { graphql } from '../../api/graphql';
import { RefusalParts } from '../../api/refusal-parts';

export const Person = graphql(`
  query Person($id: Uuid!) {
    carePerson(id: $id) {
      id
      fullName
      sex
      birthDate
      street
      identityNumberMasked
      entitlements {
        grade
        startsOn
        endsOn
      }
      modes {
        mode
        providerId
        startsOn
        endsOn
      }
      stops {
        kind
        startsOn
        endsOn
      }
    }
  }
`);

export const Month = graphql(`
  query Month($personId: Uuid!, $month: Month!) {
    careMonth(personId: $personId, month: $month) {
      month
      closed
      payableDays
      amount
      spans {
        from
        to
        days
        stopReason
        mode
        grade
        dayRate
        personDayRate
        providerDayRate
      }
    }
  }
`);

export const ChooseMode = graphql(
  `
    mutation ChooseMode($input: CareModeChooseInput!) {
      careModeChoose(input: $input) {
        ...RefusalParts
        ... on CarePerson {
          id
        }
      }
    }
  `,
  [RefusalParts],
);

export const RecordStop = graphql(
  `
    mutation RecordStop($input: StopEventRecordInput!) {
      stopEventRecord(input: $input) {
        ...RefusalParts
        ... on CarePerson {
          id
        }
      }
    }
  `,
  [RefusalParts],
);
