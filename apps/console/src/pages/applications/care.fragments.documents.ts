import { graphql } from '../../api/graphql';

export const PersonParts = graphql(`
  fragment PersonParts on InsuredPerson {
    id
    fullName
    sex
    birthDate
    street
    identityNumberMasked
  }
`);

export const GradingParts = graphql(`
  fragment GradingParts on Grading {
    grade
    gradeNameZh
    gradeNameEn
    explanationZh
    explanationEn
    totals {
      domain
      nameZh
      nameEn
      total
      max
      band {
        level
        nameZh
        nameEn
      }
    }
  }
`);

export const SheetOfAnswers = graphql(
  `
    fragment SheetOfAnswers on AnswerSheet {
      id
      assessorId
      state
      guardianPresent
      submittedAt
      answers {
        item
        score
      }
      grading {
        ...GradingParts
      }
    }
  `,
  [GradingParts],
);

export const AssessmentParts = graphql(
  `
    fragment AssessmentParts on Assessment {
      id
      applicationId
      state
      instrumentKey
      instrumentVersion
      visitOn
      visitPlace
      sheetsIn
      assessedGrade
      confirmedGrade
      confirmedOn
      person {
        ...PersonParts
      }
      assessors {
        assessorId
        fullName
        expert
      }
    }
  `,
  [PersonParts],
);

export const AssessmentInFull = graphql(
  `
    fragment AssessmentInFull on Assessment {
      ...AssessmentParts
      mySheet {
        ...SheetOfAnswers
      }
      sheets {
        ...SheetOfAnswers
      }
      votes {
        assessorId
        grade
        jointAnswers {
          item
          score
        }
      }
      conclusion {
        basis
        concludedOn
        grading {
          ...GradingParts
        }
      }
      publicity {
        maskedName
        sex
        birthYear
        street
        grade
        startsOn
        endsOn
      }
      resultLetter {
        passed
        grade
        gradeNameZh
        gradeNameEn
        instrumentNameZh
        instrumentNameEn
        confirmedOn
        startsOn
        endsOn
      }
    }
  `,
  [AssessmentParts, SheetOfAnswers, GradingParts],
);
