import { useTranslation } from 'react-i18next';
import { roleCode } from '../../api/session';
import { useRead } from '../../api/use-read';
import { useMe } from '../../app/me';
import {
  WaitsOfApproval,
  WaitsOfAssessor,
  WaitsOfCheck,
  WaitsOfClerk,
  WaitsOfHospital,
  WaitsOfReview,
  WaitsOfSupplier,
} from './home.documents';
import { waitFor, type Wait } from './waits';

/** What waits for the role one is logged in as, most pressing first; undefined while it is read. */
export const useWaits = (): readonly Wait[] | undefined => {
  const { t } = useTranslation();
  const { role } = useMe();
  const clerk = useRead(WaitsOfClerk, {}, { when: role === 'AGENCY_CLERK' });
  const review = useRead(WaitsOfReview, {}, { when: role.startsWith('AGENCY') && !role.includes('ACCOUNTS') });
  const approval = useRead(WaitsOfApproval, {}, { when: role === 'AGENCY_APPROVAL' });
  const check = useRead(WaitsOfCheck, {}, { when: role === 'AGENCY_ACCOUNTS_CHECK' });
  const hospital = useRead(WaitsOfHospital, {}, { when: role === 'HOSPITAL' });
  const supplier = useRead(WaitsOfSupplier, {}, { when: role === 'SUPPLIER' });
  const assessor = useRead(WaitsOfAssessor, {}, { when: role === 'ASSESSOR' });
  if ([clerk, review, approval, check, hospital, supplier, assessor].some((reading) => reading.waiting))
    return undefined;
  const mine = review.data?.reports.edges.filter(({ node }) => node.waitingFor?.roles.includes(roleCode(role)));
  const open = hospital.data?.sheets.edges.filter(({ node }) => node.state === 'OPEN');
  return [
    ...waitFor('unknown', clerk.data?.unknown, t('home.waits.unknown'), '/payments?state=UNKNOWN'),
    ...waitFor('reports', mine && { edges: mine }, t('home.waits.reports'), '/reports?state=SUBMITTED'),
    ...waitFor('applications', clerk.data?.applications, t('home.waits.applications'), '/applications'),
    ...waitFor('conclusions', clerk.data?.conclusions, t('home.waits.conclusions'), '/applications'),
    ...waitFor('payables', clerk.data?.payables, t('home.waits.payables'), '/payables'),
    ...waitFor('came-back', clerk.data?.returned, t('home.waits.cameBack'), '/payments?state=RETURNED'),
    ...waitFor('grades', approval.data?.grades, t('home.waits.grades'), '/applications'),
    ...waitFor('accounts', check.data?.accounts, t('home.waits.accounts'), '/accounts'),
    ...waitFor('faulty', hospital.data?.faulty, t('home.waits.faulty'), '/reports?state=FAULTY'),
    ...waitFor('returned', hospital.data?.returned, t('home.waits.returned'), '/reports?state=RETURNED'),
    ...waitFor('drafts', hospital.data?.drafts, t('home.waits.drafts'), '/reports?state=DRAFT'),
    ...waitFor('invoices', hospital.data?.invoices, t('home.waits.invoices'), '/invoices?state=MATCHED'),
    ...waitFor('sheets', open && { edges: open }, t('home.waits.sheets'), '/savings'),
    ...waitFor('deliveries', hospital.data?.deliveries, t('home.waits.toReceive'), '/orders?tab=shipments'),
    ...waitFor('placed', supplier.data?.placed, t('home.waits.orders'), '/orders'),
    ...waitFor('disputed', supplier.data?.disputed, t('home.waits.disputed'), '/invoices?state=DISPUTED'),
    ...waitFor('visits', assessor.data?.visits, t('home.waits.visits'), '/visits'),
    ...waitFor('joint', assessor.data?.joint, t('home.waits.joint'), '/visits'),
  ];
};
