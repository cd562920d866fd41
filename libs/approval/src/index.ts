export { approvalInvariants } from './approval-invariants';
export { approvalWords, partEn, partZh } from './approval-words';
export { ApprovalModule } from './approval.module';
export { ApprovalService, type ApprovalOpening, type ApprovalRound, type ReviewInput } from './approval.service';
export { ApprovalRoundType, ApprovalStateEnum, ApprovalStepEnum, ReviewDecisionEnum } from './graphql/approval.type';
export { peopleOf, roundView } from './graphql/approval.view';
export * from './model/approval';
export { keptReason, reasonIssues } from './rules/reason';
export { stepOfRole } from './rules/step-of-role';
