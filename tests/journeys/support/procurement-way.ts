import { readXlsx, writeXlsx } from 'hucre/xlsx';
import type { JourneyArea } from './journey-area';

export interface AwardView {
  readonly product: { readonly id: string; readonly code: string; readonly unitsPerPack: string };
  readonly variety: { readonly id: string; readonly genericNameZh: string; readonly antibiotic: boolean };
  readonly manufacturer: { readonly id: string; readonly nameZh: string };
  readonly price: { readonly amount: string; readonly units: string };
  readonly sourceStatus: string;
  readonly supplementNote: string | null;
}

export interface ReportView {
  readonly id: string;
  readonly state: string;
  readonly faultCount: number;
  readonly lineCount: number;
  readonly edition: number;
  readonly faults: readonly { row: number | null; field: string; code: string; message: string; mend: string }[];
}

const REPORT = '{ id state faultCount lineCount edition faults { row field code message mend } }';

const QUANTITY_COLUMN = '年度需求量（最小单位）';
const VARIETY_COLUMN = '通用名';

/** Volume-based procurement through GraphQL: from the round to contracts in force. */
export class ProcurementWay {
  constructor(private readonly area: JourneyArea) {}

  /** A ratio table for 1, 2, 3, 4 and more winners, in basis points. */
  async ratios(validFrom: string, ordinary: readonly number[], antibiotic: readonly number[]): Promise<void> {
    const table = { name: '约定采购比例', validFrom, ordinary, antibiotic, legalBasis: '测试' };
    await this.area.as('approval').mutate('ratioTableSet', table, '{ id }');
  }

  async round(code: string, nameZh: string): Promise<string> {
    const round = { code, nameZh, kind: 'NATIONAL', announcedOn: await this.area.today() };
    return (await this.area.as('clerk').mutate<{ id: string }>('roundOpen', round, '{ id }')).id;
  }

  /** Plans one agreement year from its execution date. Answers the period. */
  async period(roundId: string, executionDate: string): Promise<string> {
    const plan = { roundId, executionDate, years: 1 };
    const made = await this.area
      .as('clerk')
      .mutate<{ id: string; periods?: readonly { id: string }[] }>('agreementPeriodPlan', plan, '{ id }');
    return made.id;
  }

  awards(periodId: string): Promise<readonly AwardView[]> {
    return this.area.list<AwardView>(
      'clerk',
      `query ($periodId: Uuid!) { awards(periodId: $periodId, first: 200) { edges { node {
         product { id code unitsPerPack } variety { id genericNameZh antibiotic } manufacturer { id nameZh }
         price { amount units } sourceStatus supplementNote } } } }`,
      { periodId },
    );
  }

  /** A campaign for every hospital of the area, open from today; two levels review. */
  async campaign(periodId: string, closesOn: string): Promise<string> {
    const levels = [
      { name: '初审', roles: ['agency-first-review'] },
      { name: '复核', roles: ['agency-recheck'] },
    ];
    const plan = { periodId, name: '报量', opensOn: await this.area.today(), closesOn, levels };
    const { id } = await this.area.as('clerk').mutate<{ id: string }>('reportingCampaignPlan', plan, '{ id }');
    await this.area.as('clerk').mutate('reportingCampaignOpen', { campaignId: id }, '{ state }');
    return id;
  }

  /** The report a hospital was invited to. */
  async reportOf(login: string): Promise<string> {
    const [report] = await this.area.list<{ id: string }>(
      login,
      '{ volumeReports(first: 5) { edges { node { id } } } }',
    );
    if (!report) throw new Error(`${login} was not invited`);
    return report.id;
  }

  async report(login: string, id: string): Promise<ReportView> {
    const { volumeReport } = await this.area
      .as(login)
      .query<{ volumeReport: ReportView }>(`query ($id: Uuid!) { volumeReport(id: $id) ${REPORT} }`, { id });
    return volumeReport;
  }

  /** The hospital's own XLSX template, as rows: the header first. */
  async template(login: string, reportId: string): Promise<readonly (readonly unknown[])[]> {
    const { fileId } = await this.area
      .as(login)
      .mutate<{ fileId: string }>('volumeReportTemplateMake', { reportId }, '{ fileId }');
    const bytes = await this.area.as(login).download(fileId);
    if (!bytes) throw new Error('the template is not found');
    const [sheet] = (await readXlsx(bytes)).sheets;
    return sheet?.rows ?? [];
  }

  /** Uploads rows as an XLSX sheet of a report. */
  async upload(login: string, reportId: string, rows: readonly (readonly unknown[])[]): Promise<void> {
    const [header = [], ...rest] = rows;
    const names = header.map(String);
    const columns = names.map((name) => ({ header: name, key: name }));
    const data = rest.map((cells) => Object.fromEntries(names.map((name, at) => [name, cellOf(cells[at])])));
    const content = Buffer.from(await writeXlsx({ sheets: [{ name: '报量表', columns, data }] }));
    const fileId = await this.area.as(login).upload('报量.xlsx', content);
    await this.area.as(login).mutate('volumeReportUpload', { reportId, fileId }, '{ state }');
  }

  async submit(login: string, reportId: string): Promise<void> {
    await this.area.as(login).mutate('volumeReportSubmit', { reportId }, '{ state }');
  }

  /** Both levels accept. */
  async accept(reportId: string): Promise<string> {
    await this.area.as('first').mutate('volumeReportAccept', { reportId }, '{ state }');
    return (await this.area.as('recheck').mutate<{ state: string }>('volumeReportAccept', { reportId }, '{ state }'))
      .state;
  }

  /** From accepted reports to contracts in force: hospitals and suppliers sign themselves, makers on paper. */
  async contract(
    periodId: string,
    campaignId: string,
    distributors: readonly { manufacturerId: string; supplierId: string }[],
    signers: readonly string[],
  ): Promise<void> {
    const clerk = this.area.as('clerk');
    await clerk.mutate('reportingCampaignClose', { campaignId });
    await clerk.mutate('agreedVolumesCompute', { periodId });
    await clerk.mutate('contractsMake', { periodId, distributors });
    for (const signer of signers) await this.area.as(signer).mutate('contractsSign', { periodId });
    await clerk.mutate('contractsSignOnPaper', { periodId, note: '纸质合同存档' });
    await clerk.mutate('contractsActivate', { periodId });
  }
}

const cellOf = (cell: unknown): string | number | null =>
  typeof cell === 'string' || typeof cell === 'number' ? cell : null;

/** A template with the need written in; `need` answers undefined where the hospital needs nothing. */
export const filled = (
  template: readonly (readonly unknown[])[],
  need: (variety: string, row: number) => string | number | undefined,
): readonly (readonly unknown[])[] => {
  const [header = [], ...rows] = template;
  const [name, place] = [header.indexOf(VARIETY_COLUMN), header.indexOf(QUANTITY_COLUMN)];
  return [
    header,
    ...rows.map((cells, index) =>
      header.map((_, at) => (at === place ? need(String(cells[name]), index + 2) : cells[at])),
    ),
  ];
};
