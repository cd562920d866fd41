import { useTranslation } from 'react-i18next';
import type { Role } from '../../api/session';
import { useAct } from '../../api/use-act';
import { ActDialog } from '../../pieces/act-dialog';
import { FormDialog } from '../../pieces/form-dialog';
import { RoleFields } from './role-fields';
import { Disable, Enable, EndRole, GiveRole, ResetPassword, ResetSecondFactor, type Person } from './users.documents';

/** What an administrator may do for a person. */
export const PersonActs = ({ person, onLink }: { person: Person; onLink: (token: string | null) => void }) => {
  const { t } = useTranslation();
  const give = useAct('roleGive', GiveRole, (data) => data.roleGive);
  const reset = useAct('personReset', ResetPassword, (data) => data.personReset);
  const resetSecond = useAct('secondFactorResetPropose', ResetSecondFactor, (data) => data.secondFactorResetPropose);
  const personId = person.id;
  const sendReset = async () => {
    const done = await reset.act({ personId });
    if (done !== undefined && 'linkToken' in done) onLink(done.linkToken);
    return done;
  };
  return (
    <div className="row">
      <FormDialog<{ organisationId: string; role: Role }>
        small
        label={t('users.give')}
        act={give}
        send={(values) => give.act({ personId, ...values })}
      >
        <RoleFields />
      </FormDialog>
      <ActDialog
        small
        label={t('users.reset')}
        title={t('users.reset')}
        consequence={t('users.resetConsequence')}
        act={reset}
        send={sendReset}
      />
      {person.secondFactor ? (
        <ActDialog
          small
          label={t('users.resetSecond')}
          title={t('users.resetSecond')}
          consequence={t('users.resetSecondConsequence')}
          act={resetSecond}
          send={() => resetSecond.act({ personId })}
        />
      ) : null}
      <DoorButton person={person} />
    </div>
  );
};

const DoorButton = ({ person }: { person: Person }) => {
  const { t } = useTranslation();
  const disable = useAct('personDisable', Disable, (data) => data.personDisable);
  const enable = useAct('personEnable', Enable, (data) => data.personEnable);
  const [word, act] = person.disabled ? (['enable', enable] as const) : (['disable', disable] as const);
  return (
    <ActDialog
      small
      kind={person.disabled ? 'default' : 'danger'}
      label={t(`users.${word}`)}
      title={`${t(`users.${word}`)} · ${person.displayName}`}
      consequence={t(`users.${word}Consequence`)}
      act={act}
      send={() => act.act({ personId: person.id })}
    />
  );
};

export const EndRoleButton = ({ membershipId }: { membershipId: string }) => {
  const { t } = useTranslation();
  const end = useAct('roleEnd', EndRole, (data) => data.roleEnd);
  return (
    <ActDialog
      small
      label={t('users.end')}
      title={t('users.end')}
      consequence={t('users.endConsequence')}
      act={end}
      send={() => end.act({ membershipId })}
    />
  );
};
