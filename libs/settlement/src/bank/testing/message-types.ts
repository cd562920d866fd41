/**
 * The parts of the published ISO 20022 message definitions that our messages use: order of elements, how often they
 * may stand, and the form of their text. `*` after a name: any number; `?`: at most one; `+`: at least one; none:
 * exactly one. A type written `…` is not used by us and may not appear.
 */
export type Type =
  | { readonly sequence: readonly string[] }
  | { readonly choice: readonly string[] }
  | { readonly text: RegExp; readonly attribute?: string };

/** 'A x, B? y' → the slots of a sequence. */
const of = (slots: string): readonly string[] => slots.split(',').map((slot) => slot.trim());

const max = (length: number): Type => ({ text: new RegExp(`^[\\s\\S]{1,${length}}$`, 'u') });

const simple: Readonly<Record<string, Type>> = {
  Max16Text: max(16),
  Max34Text: max(34),
  Max35Text: max(35),
  Max105Text: max(105),
  Max140Text: max(140),
  Max500Text: max(500),
  Code4: { text: /^[A-Z0-9]{1,4}$/ },
  Code5: { text: /^[A-Z0-9]{1,5}$/ },
  Currency: { text: /^CNY$/ },
  Date: { text: /^\d{4}-\d\d-\d\d$/ },
  DateTime: { text: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?$/ },
  Number15: { text: /^\d{1,15}$/ },
  Decimal: { text: /^\d{1,16}\.\d\d$/ },
  Amount: { text: /^\d{1,16}\.\d\d$/, attribute: '@Ccy' },
  Boolean: { text: /^(true|false)$/ },
  Direction: { text: /^(CRDT|DBIT)$/ },
  Method: { text: /^TRF$/ },
};

const parties: Readonly<Record<string, Type>> = {
  Party: { sequence: of('Nm? Max140Text, PstlAdr? …, Id? …, CtryOfRes? …, CtctDtls? …') },
  Account: { sequence: of('Id AccountId, Tp? …, Ccy? Currency, Nm? …, Prxy? …') },
  AccountId: { choice: of('IBAN …, Othr GenericAccount') },
  GenericAccount: { sequence: of('Id Max34Text, SchmeNm? …, Issr? …') },
  Agent: { sequence: of('FinInstnId Institution, BrnchId? …') },
  Institution: { sequence: of('BICFI? …, ClrSysMmbId? Member, LEI? …, Nm? …, PstlAdr? …, Othr? …') },
  Member: { sequence: of('ClrSysId? ClearingSystem, MmbId Max35Text') },
  ClearingSystem: { choice: of('Cd Code5, Prtry …') },
  Reason: { choice: of('Cd Code4, Prtry Max35Text') },
};

const pain001: Readonly<Record<string, Type>> = {
  'pain.001.001.09': { sequence: of('CstmrCdtTrfInitn Initiation') },
  Initiation: { sequence: of('GrpHdr GroupHeader, PmtInf+ PaymentInstruction, SplmtryData* …') },
  GroupHeader: {
    sequence: of(`
      MsgId Max35Text, CreDtTm DateTime, Authstn* …, NbOfTxs Number15, CtrlSum? Decimal, InitgPty Party,
      FwdgAgt? …`),
  },
  PaymentInstruction: {
    sequence: of(`
      PmtInfId Max35Text, PmtMtd Method, BtchBookg? Boolean, NbOfTxs? Number15, CtrlSum? Decimal,
      PmtTpInf? …, ReqdExctnDt DateChoice, PoolgAdjstmntDt? …, Dbtr Party, DbtrAcct Account,
      DbtrAgt Agent, DbtrAgtAcct? …, InstrForDbtrAgt? …, UltmtDbtr? …, ChrgBr? …, ChrgsAcct? …,
      ChrgsAcctAgt? …, CdtTrfTxInf+ Transfer`),
  },
  DateChoice: { choice: of('Dt Date, DtTm DateTime') },
  Transfer: {
    sequence: of(`
      PmtId PaymentId, PmtTpInf? …, Amt AmountChoice, XchgRateInf? …, ChrgBr? …, ChqInstr? …,
      UltmtDbtr? …, IntrmyAgt1? …, IntrmyAgt1Acct? …, IntrmyAgt2? …, IntrmyAgt2Acct? …, IntrmyAgt3? …,
      IntrmyAgt3Acct? …, CdtrAgt? Agent, CdtrAgtAcct? …, Cdtr? Party, CdtrAcct? Account, UltmtCdtr? …,
      InstrForCdtrAgt* …, InstrForDbtrAgt? …, Purp? …, RgltryRptg* …, Tax? …, RltdRmtInf* …,
      RmtInf? Remittance, SplmtryData* …`),
  },
  PaymentId: { sequence: of('InstrId? Max35Text, EndToEndId Max35Text, UETR? …') },
  AmountChoice: { choice: of('InstdAmt Amount, EqvtAmt …') },
  Remittance: { sequence: of('Ustrd* Max140Text, Strd* …') },
};

const pain002: Readonly<Record<string, Type>> = {
  'pain.002.001.10': { sequence: of('CstmrPmtStsRpt StatusReport') },
  StatusReport: {
    sequence: of(`
      GrpHdr ReportHeader, OrgnlGrpInfAndSts GroupStatus, OrgnlPmtInfAndSts* PaymentStatus,
      SplmtryData* …`),
  },
  ReportHeader: {
    sequence: of('MsgId Max35Text, CreDtTm DateTime, InitgPty? …, FwdgAgt? …, DbtrAgt? …, CdtrAgt? …'),
  },
  GroupStatus: {
    sequence: of(`
      OrgnlMsgId Max35Text, OrgnlMsgNmId Max35Text, OrgnlCreDtTm? DateTime, OrgnlNbOfTxs? Number15,
      OrgnlCtrlSum? Decimal, GrpSts? Code4, StsRsnInf* StatusReason, NbOfTxsPerSts* …`),
  },
  PaymentStatus: {
    sequence: of(`
      OrgnlPmtInfId Max35Text, OrgnlNbOfTxs? Number15, OrgnlCtrlSum? Decimal, PmtInfSts? Code4,
      StsRsnInf* StatusReason, NbOfTxsPerSts* …, TxInfAndSts* TransferStatus`),
  },
  TransferStatus: {
    sequence: of(`
      StsId? Max35Text, OrgnlInstrId? Max35Text, OrgnlEndToEndId? Max35Text, OrgnlUETR? …, TxSts? Code4,
      StsRsnInf* StatusReason, ChrgsInf* …, TrckrData? …, AccptncDtTm? …, AcctSvcrRef? …, ClrSysRef? …,
      OrgnlTxRef? …, SplmtryData* …`),
  },
  StatusReason: { sequence: of('Orgtr? …, Rsn? Reason, AddtlInf* Max105Text') },
};

const camt053: Readonly<Record<string, Type>> = {
  'camt.053.001.08': { sequence: of('BkToCstmrStmt Statements') },
  Statements: { sequence: of('GrpHdr StatementHeader, Stmt+ Statement, SplmtryData* …') },
  StatementHeader: {
    sequence: of('MsgId Max35Text, CreDtTm DateTime, MsgRcpt? …, MsgPgntn? …, OrgnlBizQry? …, AddtlInf? …'),
  },
  Statement: {
    sequence: of(`
      Id Max35Text, StmtPgntn? …, ElctrncSeqNb? Number15, RptgSeq? …, LglSeqNb? …, CreDtTm? DateTime,
      FrToDt? …, CpyDplctInd? …, RptgSrc? …, Acct StatementAccount, RltdAcct? …, Intrst* …, Bal+ Balance,
      TxsSummry? …, Ntry* Entry, AddtlStmtInf? …`),
  },
  StatementAccount: { sequence: of('Id AccountId, Tp? …, Ccy? Currency, Nm? …, Prxy? …, Ownr? …, Svcr? …') },
  Balance: {
    sequence: of('Tp BalanceType, CdtLine* …, Amt Amount, CdtDbtInd Direction, Dt DateChoice, Avlbty* …'),
  },
  BalanceType: { sequence: of('CdOrPrtry BalanceCode, SubTp? …') },
  BalanceCode: { choice: of('Cd Code4, Prtry …') },
  Entry: {
    sequence: of(`
      NtryRef? Max35Text, Amt Amount, CdtDbtInd Direction, RvslInd? Boolean, Sts EntryStatus,
      BookgDt? DateChoice, ValDt? DateChoice, AcctSvcrRef? Max35Text, Avlbty* …, BkTxCd TransactionCode,
      ComssnWvrInd? …, AddtlInfInd? …, AmtDtls? …, Chrgs? …, TechInptChanl? …, Intrst? …, CardTx? …,
      NtryDtls* EntryDetails, AddtlNtryInf? Max500Text`),
  },
  EntryStatus: { choice: of('Cd Code4, Prtry …') },
  TransactionCode: { sequence: of('Domn? Domain, Prtry? …') },
  Domain: { sequence: of('Cd Code4, Fmly Family') },
  Family: { sequence: of('Cd Code4, SubFmlyCd Code4') },
  EntryDetails: { sequence: of('Btch? …, TxDtls* TransactionDetails') },
  TransactionDetails: {
    sequence: of(`
      Refs? References, Amt? Amount, CdtDbtInd? Direction, AmtDtls? …, Avlbty* …, BkTxCd? …, Chrgs? …,
      Intrst? …, RltdPties? …, RltdAgts? …, LclInstrm? …, Purp? …, RltdRmtInf* …, RmtInf? …, RltdDts? …,
      RltdPric? …, RltdQties* …, FinInstrmId? …, Tax? …, RtrInf? ReturnInformation, CorpActn? …,
      SfkpgAcct? …, CshDpst* …, CardTx? …, AddtlTxInf? …, SplmtryData* …`),
  },
  References: {
    sequence: of('MsgId? Max35Text, AcctSvcrRef? …, PmtInfId? …, InstrId? Max35Text, EndToEndId? Max35Text'),
  },
  ReturnInformation: { sequence: of('OrgnlBkTxCd? …, Orgtr? …, Rsn? Reason, AddtlInf* Max105Text') },
};

const pacs028: Readonly<Record<string, Type>> = {
  'pacs.028.001.03': { sequence: of('FIToFIPmtStsReq Question') },
  Question: {
    sequence: of('GrpHdr QuestionHeader, OrgnlGrpInf* OriginalGroup, TxInf* QuestionLine, SplmtryData* …'),
  },
  QuestionHeader: { sequence: of('MsgId Max35Text, CreDtTm DateTime, InstgAgt? …, InstdAgt? …') },
  OriginalGroup: {
    sequence: of('OrgnlMsgId Max35Text, OrgnlMsgNmId Max35Text, OrgnlCreDtTm? …, OrgnlNbOfTxs? …, OrgnlCtrlSum? …'),
  },
  QuestionLine: {
    sequence: of(`
      StsReqId? Max35Text, OrgnlGrpInf? …, OrgnlInstrId? Max35Text, OrgnlEndToEndId? Max35Text,
      OrgnlTxId? …, OrgnlUETR? …`),
  },
};

export const messageTypes: Readonly<Record<string, Type>> = {
  ...simple,
  ...parties,
  ...pain001,
  ...pain002,
  ...camt053,
  ...pacs028,
};
