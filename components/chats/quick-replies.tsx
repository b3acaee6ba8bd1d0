import { Zap } from 'lucide-react';
import { useState } from 'react';
import { type Language, languages } from '../../lib/kernel/local-text';
import type { QuickReply } from '../../lib/threads/schema';
import { Button } from '../ui/button';
import { Menu, MenuItem, MenuLine } from '../ui/menu';
import { useText } from '../words';
import { ManageQuickReplies } from './manage-quick-replies';
import { useQuickReplies } from './use-chats';

/** The text in the customer's language, or in the other one where it is empty. */
const wordsOf = (reply: QuickReply, language: Language): string =>
  [reply[language], reply.en, ...languages.map((one) => reply[one])].find(Boolean) ?? '';

/** Texts sent often, one tap away from the reply. */
export const QuickReplies = ({
  language,
  onPick,
}: {
  language: Language;
  onPick: (words: string) => void;
}) => {
  const t = useText('chats');
  const { data } = useQuickReplies();
  const [managing, setManaging] = useState(false);
  const replies = data?.replies ?? [];
  return (
    <>
      <Menu
        trigger={
          <Button look="quiet">
            <Zap aria-hidden className="size-4" />
            {t('quick')}
          </Button>
        }
      >
        {replies.length === 0 ? (
          <p className="max-w-64 px-3 py-2 text-sm text-muted">{t('quickNone')}</p>
        ) : (
          replies.map((reply) => (
            <MenuItem
              key={reply.id}
              onSelect={() => {
                onPick(wordsOf(reply, language));
              }}
            >
              <span className="max-w-64 min-w-0">
                <span className="block truncate font-semibold">{reply.title}</span>
                <span className="block truncate text-xs text-muted">{wordsOf(reply, language)}</span>
              </span>
            </MenuItem>
          ))
        )}
        <MenuLine />
        <MenuItem
          onSelect={() => {
            setManaging(true);
          }}
        >
          {t('quickManage')}
        </MenuItem>
      </Menu>
      <ManageQuickReplies open={managing} onOpenChange={setManaging} replies={replies} />
    </>
  );
};
