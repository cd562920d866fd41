/** The word for a code the schema leaves open (plain text); an unknown code is shown as it is. */
export const wordOf = (words: Readonly<Record<string, string>>, code: string): string => words[code] ?? code;
