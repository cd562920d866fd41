import type { Words } from '../words';
import type { zh } from '../zh';
import * as accounts from './accounts';
import * as applications from './applications';
import * as approval from './approval';
import * as care from './care';
import * as contracts from './contracts';
import * as demo from './demo';
import * as home from './home';
import * as inbox from './inbox';
import * as identity from './identity';
import * as instruments from './instruments';
import * as ledger from './ledger';
import * as login from './login';
import * as notes from './notes';
import * as notifications from './notifications';
import * as orders from './orders';
import * as pieces from './pieces';
import * as procurement from './procurement';
import * as rooms from './rooms';
import * as savings from './savings';
import * as settlement from './settlement';
import * as states from './states';
import * as trail from './trail';
import * as visits from './visits';

export const en: Words<typeof zh> = {
  ...accounts,
  ...applications,
  ...approval,
  ...care,
  ...contracts,
  ...demo,
  ...home,
  ...inbox,
  ...identity,
  ...instruments,
  ...ledger,
  ...login,
  ...notes,
  ...notifications,
  ...orders,
  ...pieces,
  ...procurement,
  ...rooms,
  ...savings,
  ...settlement,
  ...states,
  ...trail,
  ...visits,
};
