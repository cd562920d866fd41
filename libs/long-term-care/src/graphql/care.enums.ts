import { registerEnum } from '@huiji/platform';
import type { CareMode, StopKind, StopReason } from '../care/model/care';
import type { ApplicationState, AssessmentState, RunState, SheetState } from '../model/states';
import type { ExceptionCode, SubsidyLine } from '../care/model/subsidy-run';

export const ApplicationStateEnum = registerEnum<ApplicationState>(
  'ApplicationState',
  'State of an application (申请状态).',
  {
    submitted: 'Entered, waits for acceptance (待受理).',
    accepted: 'Accepted, waits for its result (已受理).',
    returned: 'Returned with a reason (已退回).',
    concluded: 'Has its final result (已办结).',
  },
);

export const AssessmentStateEnum = registerEnum<AssessmentState>(
  'AssessmentState',
  'State of an assessment (评估状态).',
  {
    visiting: 'Assigned; the two sheets are being written and are hidden (评估中).',
    joint: 'Both sheets are in; waits for the joint conclusion (待共同结论).',
    concluded: 'Has an assessed grade (已作结论).',
    'in-publicity': 'Shown in public (公示中).',
    'publicity-ended': 'Publicity is over without objection (公示结束).',
    objected: 'Somebody objected; waits for the decision of the agency (有异议).',
    annulled: 'The objection was upheld: the result is void, the person may apply again (已撤销).',
    confirmed: 'Passed: the confirmed grade opens care (已通过).',
    'not-passed': 'Not passed: the grade opens nothing (未通过).',
  },
);

export const SheetStateEnum = registerEnum<SheetState>('AnswerSheetState', 'State of an answer sheet (评估表状态).', {
  draft: 'May still change (草稿).',
  submitted: 'Never changes again (已提交).',
});

export const RunStateEnum = registerEnum<RunState>('SubsidyRunState', 'State of a monthly run (月度补贴状态).', {
  draft: 'Being made (生成中).',
  computed: 'Computed, waits to be handed over to payment (已计算).',
  'handed-over': 'Its lines are payables (已转支付).',
  discarded: 'Given up before it was handed over; its people are free for another run (已作废).',
});

export const CareModeEnum = registerEnum<CareMode>('CareMode', 'How care is given (护理方式).', {
  institution: 'In an institution (机构集中护理).',
  'home-visits': 'An institution visits at home (居家上门护理).',
  'home-personal': 'A carer at home (居家个人护理).',
  combined: 'A carer at home together with an institution (居家组合护理).',
});

export const StopKindEnum = registerEnum<StopKind>('CareStopKind', 'What interrupts or ends care (停发事件).', {
  'hospital-stay': 'A stay in hospital (住院).',
  death: 'Death (死亡).',
  'moved-away': 'A move out of the area (迁出统筹区).',
});

export const StopReasonEnum = registerEnum<StopReason>('CareStopReason', 'Why days are not paid (停发原因).', {
  death: 'After death (死亡).',
  'moved-away': 'Moved out of the area (迁出统筹区).',
  'not-started': 'Before the first payable day (未到享受起始日).',
  expired: 'The confirmed grade is no longer valid (等级已过有效期).',
  'hospital-stay': 'In hospital (住院).',
  'no-mode': 'No mode of care is chosen (未选择护理方式).',
  'no-rate': 'The benefit pack has no rate for grade and mode (无对应标准).',
  'no-provider': 'The institution that gives the care is not named (未登记服务机构).',
});

export const PayeeTypeEnum = registerEnum<SubsidyLine['payeeType']>(
  'SubsidyPayeeType',
  'Who gets a line (收款人类型).',
  {
    person: 'The insured person (参保人).',
    organisation: 'The institution that gives the care (服务机构).',
  },
);

export const ExceptionCodeEnum = registerEnum<ExceptionCode>(
  'SubsidyExceptionCode',
  'Why a person in a run is paid nothing, or not for all days (例外原因).',
  {
    NO_CARE_MODE: 'Days without a chosen mode (未选择护理方式).',
    NO_RATE: 'Days without a rate (无对应标准).',
    NO_PROVIDER: 'Days without a named institution (未登记服务机构).',
    NOTHING_PAYABLE: 'No day of the month is payable (全月无应付天数).',
  },
);

export const SexEnum = registerEnum<'male' | 'female'>('Sex', 'Sex as in the identity number (性别).', {
  male: 'Male (男).',
  female: 'Female (女).',
});

export const ConclusionBasisEnum = registerEnum<'sheets-agree' | 'joint-answers'>(
  'ConclusionBasis',
  'What a joint conclusion rests on (结论依据).',
  {
    'sheets-agree': 'Both sheets have the same grade (两表等级一致).',
    'joint-answers': 'The sheets differed; both assessors put the same joint answers (共同作答).',
  },
);
