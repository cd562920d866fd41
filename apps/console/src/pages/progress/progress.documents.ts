import { graphql } from '../../api/graphql';

export const Progress = graphql(`
  query Progress(
    $periodId: Uuid!
    $yearNumber: Int!
    $asOf: PlainDate
    $dimension: ProgressDimension!
    $hospitalId: Uuid
  ) {
    progress(
      periodId: $periodId
      yearNumber: $yearNumber
      asOf: $asOf
      dimension: $dimension
      hospitalId: $hospitalId
    ) {
      asOf
      startsOn
      endsOn
      days
      elapsedDays
      timePercent
      average {
        unweightedPercent
        weightedPercent
        rows
        agreed
        withoutAgreedVolume
      }
      rows {
        key
        level
        percent
        agreed
        ordered
        shipped
        accepted
        product {
          id
          code
          nameZh
          strength
        }
        organisation {
          nameZh
          nameEn
        }
      }
    }
  }
`);
