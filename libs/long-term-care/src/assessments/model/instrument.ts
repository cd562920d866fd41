/** How impaired a person is within one domain: 0 intact (能力完好) … 3 severe (重度受损). */
export type Level = 0 | 1 | 2 | 3;

/** One answer a person may get on an item. Wording is condensed; `scoreVerified` says whether a public source shows the score. */
export interface ScoreOption {
  readonly score: number;
  readonly zh: string;
  readonly en: string;
  readonly wordingVerified: boolean;
  readonly scoreVerified: boolean;
}

/** One question of an instrument (指标). Scores are whole numbers of the instrument's unit. */
export interface InstrumentItem {
  readonly key: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly options: readonly ScoreOption[];
}

/** A domain total from `min` to `max`, both included, has this level. */
export interface LevelBand {
  readonly level: Level;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly min: number;
  readonly max: number;
}

/** A group of items that are added up (一级指标). `step` is the smallest difference between two totals. */
export interface InstrumentDomain {
  readonly key: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly maxTotal: number;
  readonly step: number;
  readonly items: readonly InstrumentItem[];
  readonly bands: readonly LevelBand[];
  readonly bandsVerified: boolean;
}

export type TableRow = readonly [number, number, number, number];

/** 组合法: the level of one domain picks the row, the worse level of the others picks the column. */
export interface CombinationScoring {
  readonly method: 'combination-table';
  readonly rowDomain: string;
  readonly columnDomains: readonly string[];
  /** `table[row level][column level]` is the grade. */
  readonly table: readonly [TableRow, TableRow, TableRow, TableRow];
  readonly tableVerified: boolean;
}

/** One module of a weighted instrument. All weights are whole quarter points: 3.75 points are 15. */
export interface WeightedModule {
  readonly domain: string;
  readonly maxTotal: number;
  /** Totals from `min` to `max`, both included, weigh `quarterPoints`. */
  readonly bands: readonly { readonly min: number; readonly max: number; readonly quarterPoints: number }[];
  /** Modules with the same name share one weight: the higher counts. */
  readonly shares?: string;
}

/** Weighted modules added up (Germany's NBA, SGB XI Anlage 2). Thresholds are whole quarter points. */
export interface WeightedScoring {
  readonly method: 'weighted-modules';
  readonly modules: readonly WeightedModule[];
  /** Ascending: a sum of at least `fromQuarterPoints` has this grade; below the first it is grade 0. */
  readonly grades: readonly { readonly grade: number; readonly fromQuarterPoints: number }[];
}

export interface GradeName {
  readonly grade: number;
  readonly nameZh: string;
  readonly nameEn: string;
}

/** A case the official wording does not cover: shown to assessors, never guessed in code. */
export interface WordingGap {
  readonly item: string;
  readonly zh: string;
  readonly en: string;
}

/** A version of an assessment instrument (评估标准). Immutable once an assessment names it. */
export interface Instrument {
  readonly key: string;
  readonly version: string;
  readonly nameZh: string;
  readonly nameEn: string;
  /** The document that says so. */
  readonly source: string;
  readonly domains: readonly InstrumentDomain[];
  readonly scoring: CombinationScoring | WeightedScoring;
  readonly grades: readonly GradeName[];
  readonly wordingGaps: readonly WordingGap[];
}

/** Item key → score; absent and null both mean "not answered". */
export type Answers = Readonly<Record<string, number | null | undefined>>;

/** A domain's total with the band it fell into; `level` and `band` are null where an instrument has no levels. */
export interface DomainTotal {
  readonly domain: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly total: number;
  readonly max: number;
  readonly band: LevelBand | null;
}

/** A grade and why: which totals, which bands, which cell. */
export interface Grading {
  readonly instrumentKey: string;
  readonly instrumentVersion: string;
  readonly totals: readonly DomainTotal[];
  readonly grade: number;
  readonly gradeNameZh: string;
  readonly gradeNameEn: string;
  /** The cell of the combination table; null for other methods. */
  readonly cell: { readonly row: Level; readonly column: Level } | null;
  readonly explanationZh: readonly string[];
  readonly explanationEn: readonly string[];
}
