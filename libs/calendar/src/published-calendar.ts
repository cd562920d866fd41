import { getDayDetail, isWorkday } from 'chinese-days';
import type { WorkingCalendar } from './model/working-calendar';

/** A year is published when its National Day is a named holiday and not a bare weekday or weekend. */
const isPublished = (year: number): boolean => getDayDetail(`${year}-10-01`).name.includes('National Day');

const knownYears = new Set(Array.from({ length: 200 }, (_, index) => 2000 + index).filter(isPublished));

/** The State Council's arrangements as the package chinese-days publishes them. */
export const publishedCalendar: WorkingCalendar = { knownYears, isWorkingDay: (date) => isWorkday(date) };
