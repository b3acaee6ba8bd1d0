import { zodResolver } from '@hookform/resolvers/zod';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { toast } from 'sonner';
import { byLanguage, languageNames, languages } from '../../lib/kernel/local-text';
import { quickReplyBody, type QuickReply, type QuickReplyInput } from '../../lib/threads/schema';
import { api } from '../api';
import { useStaff } from '../frame/staff-context';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { TextArea, TextField } from '../ui/field';
import { useText } from '../words';
import { useReread } from './use-chats';

const empty: QuickReplyInput = { title: '', ...byLanguage(() => '') };

const ReplyForm = ({ reply, onDone }: { reply: QuickReply | null; onDone: () => void }) => {
  const { business } = useStaff();
  const t = useText('chats');
  const f = useText('frame');
  const reread = useReread();
  const { register, handleSubmit, formState } = useForm<QuickReplyInput>({
    resolver: zodResolver(quickReplyBody),
    defaultValues: reply ?? empty,
  });
  const { errors, isSubmitting } = formState;
  const save = handleSubmit(async (body) => {
    try {
      if (reply) await api(business, 'put', `quick-replies/${reply.id}`, { body });
      else await api(business, 'post', 'quick-replies', { body });
      await reread('setup');
      toast(f('saved'));
      onDone();
    } catch {
      toast(f('failed'));
    }
  });
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        void save(event);
      }}
    >
      <TextField
        label={t('quickTitle')}
        hint={t('quickTitleHint')}
        error={errors.title && t('titleWanted')}
        maxLength={60}
        autoFocus
        {...register('title')}
      />
      {languages.map((language, place) => (
        <TextArea
          key={language}
          label={`${t('quickText')} (${languageNames[language]})`}
          lang={language}
          {...(place === languages.length - 1 && { hint: t('quickTextHint') })}
          error={place === 0 ? errors[language] && t('quickWanted') : undefined}
          maxLength={1000}
          {...register(language)}
        />
      ))}
      <div className="flex justify-end gap-2">
        <Button onClick={onDone}>{f('cancel')}</Button>
        <Button type="submit" look="primary" busy={isSubmitting}>
          {f('save')}
        </Button>
      </div>
    </form>
  );
};

type Props = { open: boolean; onOpenChange: (open: boolean) => void; replies: QuickReply[] };

/** The list of quick replies, to add to, to change, to take from. */
export const ManageQuickReplies = ({ open, onOpenChange, replies }: Props) => {
  const { business } = useStaff();
  const t = useText('chats');
  const f = useText('frame');
  const reread = useReread();
  const [editing, setEditing] = useState<QuickReply | 'new' | null>(null);
  const remove = async (reply: QuickReply): Promise<void> => {
    try {
      await api(business, 'delete', `quick-replies/${reply.id}`);
      await reread('setup');
      const { title, en, ta } = reply;
      const bringBack = () =>
        void api(business, 'post', 'quick-replies', { body: { title, en, ta } }).then(() => reread('setup'));
      toast(t('removed'), { action: { label: f('undo'), onClick: bringBack } });
    } catch {
      toast(f('failed'));
    }
  };
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t('quick')}>
      {editing ? (
        <ReplyForm
          reply={editing === 'new' ? null : editing}
          onDone={() => {
            setEditing(null);
          }}
        />
      ) : (
        <>
          {replies.length === 0 ? <p className="pb-3 text-sm text-muted">{t('quickNone')}</p> : null}
          <ul className="divide-y divide-hairline">
            {replies.map((reply) => (
              <li key={reply.id} className="flex items-center gap-2 py-2">
                <span className="min-w-0 flex-1">
                  <span className="block truncate text-sm font-semibold">{reply.title}</span>
                  <span className="block truncate text-xs text-muted">
                    {languages.map((language) => reply[language]).find(Boolean)}
                  </span>
                </span>
                <Button
                  look="quiet"
                  onClick={() => {
                    setEditing(reply);
                  }}
                >
                  {t('edit')}
                </Button>
                <Button look="quiet" onClick={() => void remove(reply)}>
                  {t('remove')}
                </Button>
              </li>
            ))}
          </ul>
          <Button
            look="primary"
            className="mt-3"
            onClick={() => {
              setEditing('new');
            }}
          >
            {t('quickAdd')}
          </Button>
        </>
      )}
    </Dialog>
  );
};
