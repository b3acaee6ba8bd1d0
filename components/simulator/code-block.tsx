import { useState } from 'react';
import { useWords } from './words';

const pretty = (text: string): string => {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
};

/** JSON laid out to be read, with a button that copies it as it came. */
export const CodeBlock = ({ title, text }: { title: string; text: string }) => {
  const { t } = useWords();
  const [copied, setCopied] = useState(false);
  const copy = (): void => {
    void navigator.clipboard.writeText(text).then(() => setCopied(true));
  };
  return (
    <div>
      <div className="flex items-center justify-between">
        <h4 className="text-xs text-muted">{title}</h4>
        <button
          type="button"
          onClick={copy}
          className="h-8 rounded px-2 text-xs text-accent hover:bg-surface-sunken"
        >
          {copied ? t('copied') : t('copy')}
        </button>
      </div>
      <pre
        tabIndex={0}
        aria-label={title}
        className="max-h-80 overflow-auto rounded bg-surface-sunken p-3 font-mono text-xs leading-relaxed break-words whitespace-pre-wrap -outline-offset-2"
      >
        {pretty(text)}
      </pre>
    </div>
  );
};
