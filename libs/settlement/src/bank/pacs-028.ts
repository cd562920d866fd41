import { escapeXml } from './xml';

/** A question to the bank: what became of this instruction? */
export interface StatusQuestion {
  /** Id of the question, at most 35 characters. */
  readonly messageId: string;
  readonly askedAt: Date;
  readonly originalMessageId: string;
  readonly instructionId: string;
}

/**
 * Writes pacs.028.001.03 (支付状态查询), as corporates send it to their bank. It moves no money and may be sent again.
 */
export const writePacs028 = (question: StatusQuestion): string =>
  '<?xml version="1.0" encoding="UTF-8"?>\n' +
  '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pacs.028.001.03"><FIToFIPmtStsReq>' +
  `<GrpHdr><MsgId>${escapeXml(question.messageId)}</MsgId><CreDtTm>${question.askedAt.toISOString()}</CreDtTm></GrpHdr>` +
  `<OrgnlGrpInf><OrgnlMsgId>${escapeXml(question.originalMessageId)}</OrgnlMsgId>` +
  '<OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId></OrgnlGrpInf>' +
  `<TxInf><StsReqId>${escapeXml(question.messageId)}</StsReqId>` +
  `<OrgnlInstrId>${escapeXml(question.instructionId)}</OrgnlInstrId>` +
  `<OrgnlEndToEndId>${escapeXml(question.instructionId)}</OrgnlEndToEndId></TxInf>` +
  '</FIToFIPmtStsReq></Document>\n';
