import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { App, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Fault } from '../api/fault';
import { theme } from './theme';

const mayTryAgain = (failures: number, error: Error): boolean =>
  error instanceof Fault && error.kind === 'network' && failures < 2;

export const queries = new QueryClient({
  defaultOptions: { queries: { retry: mayTryAgain, staleTime: 5_000, refetchOnWindowFocus: true } },
});

/** Who asked their machine for less motion gets none. */
const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;

export const Providers = ({ children }: { children: ReactNode }) => {
  const { i18n } = useTranslation();
  return (
    <ConfigProvider
      theme={still ? { ...theme, token: { ...theme.token, motion: false } } : theme}
      locale={i18n.language === 'en' ? enUS : zhCN}
      button={{ autoInsertSpace: false }}
    >
      <QueryClientProvider client={queries}>
        <App message={{ maxCount: 2 }}>{children}</App>
      </QueryClientProvider>
    </ConfigProvider>
  );
};
