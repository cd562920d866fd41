import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/use-act';
import { may } from '../../app/may';
import { useMe } from '../../app/me';
import { ActDialog } from '../../pieces/act-dialog';
import type { FullOrder } from './order.page';
import { CancelOrder, CloseOrder, ConfirmOrder, RefuseOrder } from './order-acts.documents';

/** The supplier takes an order on or turns it down; the hospital takes it back or ends its supply. */
export const OrderActs = ({ order }: { order: FullOrder }) => {
  const { role } = useMe();
  if (may(role, 'purchaseOrderConfirm') && order.state === 'PLACED') return <SupplierActs orderId={order.id} />;
  if (may(role, 'purchaseOrderCancel')) return <HospitalActs order={order} />;
  return null;
};

const SupplierActs = ({ orderId }: { orderId: string }) => {
  const { t } = useTranslation();
  const confirm = useAct('purchaseOrderConfirm', ConfirmOrder, (data) => data.purchaseOrderConfirm);
  const refuse = useAct('purchaseOrderRefuse', RefuseOrder, (data) => data.purchaseOrderRefuse);
  return (
    <>
      <ActDialog
        label={t('orders.refuse')}
        title={t('orders.refuse')}
        reason={t('orders.refuseReason')}
        consequence={t('orders.refuseConsequence')}
        act={refuse}
        send={(reason) => refuse.act({ orderId, reason })}
      />
      <ActDialog
        label={t('orders.confirm')}
        title={t('orders.confirm')}
        kind="primary"
        consequence={t('orders.confirmConsequence')}
        act={confirm}
        send={() => confirm.act({ orderId })}
      />
    </>
  );
};

const HospitalActs = ({ order }: { order: FullOrder }) => {
  const { t } = useTranslation();
  const cancel = useAct('purchaseOrderCancel', CancelOrder, (data) => data.purchaseOrderCancel);
  const close = useAct('purchaseOrderClose', CloseOrder, (data) => data.purchaseOrderClose);
  if (order.state === 'PLACED')
    return (
      <ActDialog
        label={t('orders.cancel')}
        title={t('orders.cancel')}
        consequence={t('orders.cancelConsequence')}
        act={cancel}
        send={() => cancel.act({ orderId: order.id })}
      />
    );
  if (order.state !== 'CONFIRMED') return null;
  return (
    <ActDialog
      label={t('orders.close')}
      title={t('orders.close')}
      consequence={t('orders.closeConsequence')}
      act={close}
      send={() => close.act({ orderId: order.id })}
    />
  );
};
