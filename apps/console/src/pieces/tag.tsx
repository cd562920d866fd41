import type { ReactNode } from 'react';

/** What a state means for its reader: nothing, waits for someone, moves, is well, wants care, went wrong. */
export type Tone = 'plain' | 'waiting' | 'going' | 'good' | 'warn' | 'bad';

/** A state in one word; shape and word carry it, colour only helps. */
export const Tag = ({ tone, children }: { tone: Tone; children: ReactNode }) => (
  <span className={`tag ${tone}`}>{children}</span>
);
