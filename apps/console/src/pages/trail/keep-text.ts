import { useState } from 'react';
import { execute } from '../../api/client';
import type { Document } from '../../api/graphql';

/** Hands a text to the browser as a file. */
export const keepText = (name: string, mediaType: string, text: string | undefined): void => {
  if (text === undefined) return;
  const url = URL.createObjectURL(new Blob([text], { type: `${mediaType};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
};

/** A text that is fetched when somebody asks for it, and kept nowhere. */
export const useText = <Result, Variables>(document: Document<Result, Variables>, of: (data: Result) => string) => {
  const [pending, setPending] = useState(false);
  return {
    pending,
    fetch: async (variables: Variables): Promise<string> => {
      setPending(true);
      try {
        return of(await execute(document, variables));
      } finally {
        setPending(false);
      }
    },
  };
};
