import { Field, InputType } from '@nestjs/graphql';
import { UuidScalar } from '@huiji/platform';

@InputType({ description: 'Who wants to log in (登录).' })
export class LogInInput {
  @Field(() => String, { description: 'Log-in name (用户名), in any case.' })
  loginName!: string;

  @Field(() => String, { description: 'Password (密码).' })
  password!: string;

  @Field(() => UuidScalar, { nullable: true, description: 'Membership to act in (身份编号); the first when absent.' })
  membershipId?: string | null;
}

@InputType({ description: 'Which log-in goes on (续期).' })
export class RefreshInput {
  @Field(() => String, { description: 'The refresh token handed out last (刷新令牌).' })
  refreshToken!: string;

  @Field(() => UuidScalar, {
    nullable: true,
    description: 'Membership to act in from now on (身份编号); the one before when absent.',
  })
  membershipId?: string | null;
}

@InputType({ description: 'Which log-in ends (退出).' })
export class SignOutInput {
  @Field(() => String, { description: 'The refresh token handed out last (刷新令牌).' })
  refreshToken!: string;
}
