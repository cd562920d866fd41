import { ok, refuse, type Result } from '@huiji/kernel';

import type { StatusNews, StatusReport } from '../model/bank-news';
import { children, descend, readDocument, shorten, textAt, type XmlNode } from './xml';

const reasonOf = (node: XmlNode): Pick<StatusNews, 'reasonCode' | 'reasonText'> => {
  const information = descend(node, 'StsRsnInf');
  const reasonCode = textAt(information, 'Rsn', 'Cd') ?? textAt(information, 'Rsn', 'Prtry');
  const reasonText = textAt(information, 'AddtlInf');
  return {
    ...(reasonCode === undefined ? {} : { reasonCode: shorten(reasonCode, 35) }),
    ...(reasonText === undefined ? {} : { reasonText: shorten(reasonText, 140) }),
  };
};

const statusOf = (node: XmlNode, overall: string | undefined): StatusNews | undefined => {
  const instructionId = textAt(node, 'OrgnlEndToEndId') ?? textAt(node, 'OrgnlInstrId');
  const status = textAt(node, 'TxSts') ?? overall;
  return instructionId === undefined || status === undefined
    ? undefined
    : { kind: 'status', instructionId, status, ...reasonOf(node) };
};

/**
 * Reads pain.002.001.10 (状态回执). A word for the whole file or for its one payment group becomes `groupStatus`.
 * Refuses UNREADABLE_MESSAGE.
 */
export const readPain002 = (text: string): Result<StatusReport> => {
  const document = readDocument(text, 'pain.002.001.10');
  if (!document.ok) return document;
  const report = descend(document.value, 'CstmrPmtStsRpt');
  const messageId = textAt(report, 'GrpHdr', 'MsgId');
  const group = descend(report, 'OrgnlGrpInfAndSts');
  const originalMessageId = textAt(group, 'OrgnlMsgId');
  if (messageId === undefined || originalMessageId === undefined)
    return refuse('input', 'UNREADABLE_MESSAGE', { message: 'pain.002.001.10', why: 'no message id' });
  const payments = children(report, 'OrgnlPmtInfAndSts');
  const groupNode = payments.find((payment) => textAt(payment, 'PmtInfSts') !== undefined);
  const groupStatus = textAt(group, 'GrpSts') ?? textAt(groupNode, 'PmtInfSts');
  const groupReason = reasonOf(group ?? {}).reasonCode ?? reasonOf(groupNode ?? {}).reasonCode;
  const statuses = payments.flatMap((payment) =>
    children(payment, 'TxInfAndSts')
      .map((node) => statusOf(node, textAt(payment, 'PmtInfSts')))
      .filter((news) => news !== undefined),
  );
  return ok({
    kind: 'pain.002',
    messageId,
    originalMessageId,
    ...(groupStatus === undefined ? {} : { groupStatus }),
    ...(groupReason === undefined ? {} : { groupReason }),
    statuses,
  });
};
