import type { AreaCode } from '@huiji/kernel';

/** The id under which actions of an area itself are kept: its code as a UUID of version 8. */
export const areaSubjectId = (area: AreaCode): string => `00000000-0000-8000-8000-${area.padStart(12, '0')}`;
