import { createBrowserRouter, Navigate, type RouteObject } from 'react-router';
import { BrokenPage, NoSuchPage } from './broken.page';
import { Waiting } from '../pieces/pages-table';
import { Gate } from './gate';

/** A page loads when it is first opened. */
const page = (path: string, load: () => Promise<{ Component: React.ComponentType }>): RouteObject => ({
  path,
  lazy: load,
});

export const router = createBrowserRouter([
  {
    element: <Gate />,
    errorElement: <BrokenPage />,
    hydrateFallbackElement: <Waiting />,
    children: [
      {
        errorElement: <BrokenPage />,
        children: [
          page('/', () => import('../pages/home/home.page')),
          page('/ledger', () => import('../pages/ledger/trial-balance.page')),
          page('/ledger/:code', () => import('../pages/ledger/accounts.page')),
          page('/ledger/:code/:accountId', () => import('../pages/ledger/entries.page')),
          page('/accounts', () => import('../pages/accounts/accounts.page')),
          page('/applications', () => import('../pages/applications/applications.page')),
          page('/applications/new', () => import('../pages/applications/application-new.page')),
          page('/applications/:applicationId', () => import('../pages/applications/application.page')),
          page('/visits', () => import('../pages/visits/visits.page')),
          page('/visits/:assessmentId', () => import('../pages/visits/visit.page')),
          page('/instruments', () => import('../pages/instruments/instruments.page')),
          page('/care', () => import('../pages/care/care.page')),
          page('/care/:personId', () => import('../pages/care/person.page')),
          page('/subsidies', () => import('../pages/subsidies/subsidies.page')),
          page('/subsidies/:runId', () => import('../pages/subsidies/subsidy-run.page')),
          page('/payables', () => import('../pages/payables/payables.page')),
          page('/batches', () => import('../pages/batches/batches.page')),
          page('/batches/:batchId', () => import('../pages/batches/batch.page')),
          page('/payments', () => import('../pages/payments/payments.page')),
          page('/payments/:paymentId', () => import('../pages/payments/payment.page')),
          page('/invoices', () => import('../pages/invoices/invoices.page')),
          page('/invoices/new', () => import('../pages/invoices/invoice-new.page')),
          page('/invoices/:invoiceId', () => import('../pages/invoices/invoice.page')),
          page('/rounds', () => import('../pages/rounds/rounds.page')),
          page('/rounds/periods/:periodId', () => import('../pages/rounds/period.page')),
          page('/campaigns', () => import('../pages/campaigns/campaigns.page')),
          page('/reports', () => import('../pages/reports/reports.page')),
          page('/reports/:reportId', () => import('../pages/reports/report.page')),
          page('/contracts', () => import('../pages/contracts/contracts.page')),
          page('/contracts/:periodId/:mainContractId', () => import('../pages/contracts/main-contract.page')),
          page('/orders', () => import('../pages/orders/orders.page')),
          page('/orders/new', () => import('../pages/orders/order-new.page')),
          page('/orders/:orderId', () => import('../pages/orders/order.page')),
          page('/shipments/:shipmentId', () => import('../pages/orders/shipment.page')),
          page('/progress', () => import('../pages/progress/progress.page')),
          page('/users', () => import('../pages/users/users.page')),
          page('/sessions', () => import('../pages/sessions/sessions.page')),
          page('/delegations', () => import('../pages/delegations/delegations.page')),
          page('/keys', () => import('../pages/keys/keys.page')),
          { path: '/login', element: <Navigate to="/" replace /> },
          page('/trail', () => import('../pages/trail/trail.page')),
          page('/seals', () => import('../pages/seals/seals.page')),
          page('/personal-exports', () => import('../pages/unmask/exports.page')),
          page('/inbox', () => import('../pages/inbox/inbox.page')),
          page('/notifications', () => import('../pages/notifications/notifications.page')),
          page('/approval-policy', () => import('../pages/approval-policy/approval-policy.page')),
          page('/notes', () => import('../pages/notes/notes.page')),
          page('/savings', () => import('../pages/savings/savings.page')),
          page('/savings/runs/:runId', () => import('../pages/savings/run.page')),
          page('/savings/sheets/:sheetId', () => import('../pages/savings/sheet.page')),
          { path: '*', element: <NoSuchPage /> },
        ],
      },
    ],
  },
]);
