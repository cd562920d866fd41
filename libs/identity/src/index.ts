export { ACCESS_MINUTES, AccessTokens } from './access-token.service';
export { RoleEnum } from './graphql/session.type';
export { IdentityModule } from './identity.module';
export { identityInvariants } from './invariants';
export type { AccessClaims, Membership, OpenSession, Person } from './session';
export { identityWords } from './words';
export type { UserDraft } from './rules/user-draft';
export { SESSION_HOURS, SessionService } from './session.service';
export { UserService, type MembershipDraft } from './user.service';
