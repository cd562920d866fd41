import { graphql } from '../../api/graphql';
import { RefusalParts } from '../../api/refusal-parts';

export const SheetParts = graphql(`
  fragment SheetParts on SavingsSheet {
    id
    runId
    hospitalName
    score
    veto
    ratioPercent
    negative
    retained
    answerUntil
    objection
    state
    seal
    budget {
      yuan
    }
    expenditure {
      yuan
    }
    base {
      yuan
    }
  }
`);

export const Sheets = graphql(
  `
    query Sheets($runId: Uuid, $first: Int!, $after: String) {
      savingsSheets(runId: $runId, first: $first, after: $after) {
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            ...SheetParts
          }
        }
      }
    }
  `,
  [SheetParts],
);

export const LineParts = graphql(`
  fragment LineParts on SavingsLine {
    varietyId
    varietyName
    baseQuantity
    agreedQuantity
    selectedQuantity
    nonSelectedQuantity
    nonSelectedAmount
    fundShare
    insuredShare
    volumeSource
    priceBeforeSource
    fundShareSource
    insuredShareSource
    zeroed
    priceBefore {
      yuan
    }
    contractPrice {
      yuan
    }
    trace {
      term
      formula
      value {
        yuan
      }
    }
  }
`);

export const Sheet = graphql(
  `
    query Sheet($id: Uuid!) {
      savingsSheet(id: $id) {
        ...SheetParts
        lines {
          ...LineParts
        }
      }
    }
  `,
  [SheetParts, LineParts],
);

export const Years = graphql(`
  query Years {
    savingsPolicies {
      id
      name
      validFrom
      validTo
      budgetVolume
      floor
      ratioKind
      insuredShareUsed
      cap
      answerWorkingDays
      silence
      legalBasis
      source
      state
      bands {
        from
        to
        ratio
      }
    }
    savingsYears {
      id
      roundId
      agreementYear
      periodFrom
      periodTo
      state
      missing {
        code
        hospitalName
        varietyName
      }
      runs {
        id
        madeOn
        answerUntil
        sheetCount
        lineCount
        retained
        seal
      }
    }
  }
`);

export const Calculate = graphql(
  `
    mutation Calculate($input: SavingsRunCreateInput!) {
      savingsRunCreate(input: $input) {
        ...RefusalParts
        ... on SavingsRun {
          id
        }
      }
    }
  `,
  [RefusalParts],
);

export const ConfirmSheet = graphql(
  `
    mutation ConfirmSheet($input: SavingsSheetConfirmInput!) {
      savingsSheetConfirm(input: $input) {
        ...RefusalParts
        ... on SavingsSheet {
          id
        }
      }
    }
  `,
  [RefusalParts],
);

export const ObjectToSheet = graphql(
  `
    mutation ObjectToSheet($input: SavingsSheetObjectInput!) {
      savingsSheetObject(input: $input) {
        ...RefusalParts
        ... on SavingsSheet {
          id
        }
      }
    }
  `,
  [RefusalParts],
);

export const AnswerObjection = graphql(
  `
    mutation AnswerObjection($input: SavingsSheetAnswerInput!) {
      savingsSheetAnswer(input: $input) {
        ...RefusalParts
        ... on SavingsSheet {
          id
        }
      }
    }
  `,
  [RefusalParts],
);

export const PutPolicyInForce = graphql(
  `
    mutation PutPolicyInForce($input: SavingsPolicyPutInForceInput!) {
      savingsPolicyPutInForce(input: $input) {
        ...RefusalParts
        ... on SavingsPolicy {
          id
        }
      }
    }
  `,
  [RefusalParts],
);

export const HandOverSavings = graphql(
  `
    mutation HandOverSavings($input: RunHandOverInput!) {
      savingsRunHandOver(input: $input) {
        ...RefusalParts
        ... on SavingsRun {
          id
        }
      }
    }
  `,
  [RefusalParts],
);

export const TakeUpYear = graphql(
  `
    mutation TakeUpYear($input: SavingsYearTakeUpInput!) {
      savingsYearTakeUp(input: $input) {
        ...RefusalParts
        ... on SavingsYear {
          id
        }
      }
    }
  `,
  [RefusalParts],
);

export const SetScore = graphql(
  `
    mutation SetScore($input: SavingsScoreSetInput!) {
      savingsScoreSet(input: $input) {
        ...RefusalParts
        ... on SavingsYear {
          id
        }
      }
    }
  `,
  [RefusalParts],
);
