/** Answers on this machine: item key → score. What is blank is absent. */
export type Answers = Readonly<Record<string, number>>;

interface StoredDraft {
  readonly answers: Answers;
  readonly savedAt: string;
}

const keyOf = (sheetId: string): string => `huiji.draft.${sheetId}`;

/** Drafts of answer sheets in this browser: they outlive a reload, a crash and a network that is away. */
export const drafts = {
  read: (sheetId: string): StoredDraft | undefined => {
    const text = localStorage.getItem(keyOf(sheetId));
    if (text === null) return undefined;
    try {
      return JSON.parse(text) as StoredDraft;
    } catch {
      return undefined;
    }
  },
  keep: (sheetId: string, answers: Answers): void => {
    localStorage.setItem(keyOf(sheetId), JSON.stringify({ answers, savedAt: new Date().toISOString() }));
  },
  forget: (sheetId: string): void => {
    localStorage.removeItem(keyOf(sheetId));
  },
};
