'use client';

import { useState } from 'react';
import type { Language } from '../../lib/kernel/local-text';
import type { ShownTemplate, TemplatesPage } from '../../lib/templates/schema';
import { useStaff } from '../frame/staff-context';
import { languageOptions } from '../language-options';
import { cn } from '../ui/class-names';
import { Button } from '../ui/button';
import { SelectField } from '../ui/field';
import { Segmented } from '../ui/segmented';
import { useLanguage, useText } from '../words';
import { TemplateEditor } from './template-editor';
import { useTemplateActs, useTemplates } from './use-templates';

type Channel = TemplatesPage['channels'][number];

/** What stands in the way of sending it, first to be seen. */
const bad = new Set<ShownTemplate['status']>(['rejected', 'paused', 'disabled', 'deleted']);
const toSubmit = new Set<ShownTemplate['status']>(['missing', 'draft', 'deleted']);

/** The messages that may be sent at any time, by number and language. */
export const TemplatesView = ({ first }: { first: TemplatesPage }) => {
  const t = useText('templates');
  const { data } = useTemplates(first);
  const [chosen, setChosen] = useState('');
  const channel = data.channels.find(({ id }) => id === chosen) ?? data.channels[0];
  return (
    <div className="flex flex-col gap-5">
      <p className="text-sm text-muted">{t('lead')}</p>
      {data.channels.length > 1 ? (
        <SelectField
          label={t('number')}
          value={channel?.id}
          onChange={(event) => {
            setChosen(event.target.value);
          }}
        >
          {data.channels.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </SelectField>
      ) : null}
      {channel ? <OfChannel key={channel.id} channel={channel} /> : <p>{t('none')}</p>}
    </div>
  );
};

const OfChannel = ({ channel }: { channel: Channel }) => {
  const t = useText('templates');
  const frame = useText('frame');
  const { may } = useStaff();
  const [language, setLanguage] = useState<Language>(useLanguage());
  const [open, setOpen] = useState<string | null>(null);
  const acts = useTemplateActs(channel.id);
  const waiting = channel.templates.filter(({ status }) => toSubmit.has(status)).length;
  const change = may('template.change');
  if (!channel.keeps) return <p className="text-sm">{t('keepsNone')}</p>;
  return (
    <>
      <div className="flex flex-wrap items-center gap-2">
        <Segmented
          label={frame('language')}
          value={language}
          options={languageOptions}
          onChange={(next) => {
            setLanguage(next);
            setOpen(null);
          }}
        />
        <span className="grow" />
        <Button
          busy={acts.sync.isPending}
          onClick={() => {
            acts.sync.mutate();
          }}
        >
          {t('sync')}
        </Button>
        {change && waiting > 0 ? (
          <Button
            look="primary"
            busy={acts.submit.isPending}
            onClick={() => {
              acts.submit.mutate(null);
            }}
          >
            {t('submitAll', { count: waiting })}
          </Button>
        ) : null}
      </div>
      <ul className="border-b border-hairline">
        {channel.templates
          .filter((one) => one.language === language)
          .map((one) => (
            <li key={one.purpose} className="border-t border-hairline">
              <Row
                template={one}
                may={change}
                open={open === one.purpose}
                onToggle={() => {
                  setOpen(open === one.purpose ? null : one.purpose);
                }}
              />
              {open === one.purpose ? (
                <TemplateEditor
                  key={`${one.purpose} ${one.language} ${one.name}`}
                  template={one}
                  may={change}
                  acts={acts}
                  onClose={() => {
                    setOpen(null);
                  }}
                />
              ) : null}
            </li>
          ))}
      </ul>
    </>
  );
};

type RowProps = { template: ShownTemplate; may: boolean; open: boolean; onToggle: () => void };

const Row = ({ template, may, open, onToggle }: RowProps) => {
  const t = useText('templates');
  const { purpose, status, reason, used, own, category, quality, fixed } = template;
  const wrong = bad.has(status);
  return (
    <div className="flex items-center gap-3 py-2">
      <div className="min-w-0 grow">
        <p className="text-sm font-semibold">{t(purpose)}</p>
        <p className={cn('text-sm', wrong ? 'text-danger' : 'text-muted')}>
          {t(`status_${status}`)}
          {own ? ` · ${t('own')}` : ''}
        </p>
        {reason ? <p className="text-sm break-words text-danger">{t('reason', { reason })}</p> : null}
        {used && status !== 'approved' ? <p className="text-xs text-muted">{t('inUse')}</p> : null}
        {category === 'marketing' ? <p className="text-xs text-danger">{t('moved')}</p> : null}
        {quality === 'RED' ? <p className="text-xs text-danger">{t('quality')}</p> : null}
      </div>
      <Button
        aria-expanded={open}
        onClick={onToggle}
        aria-label={`${t(may && !fixed ? 'edit' : 'look')}: ${t(purpose)}`}
      >
        {t(may && !fixed ? 'edit' : 'look')}
      </Button>
    </div>
  );
};
