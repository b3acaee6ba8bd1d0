import { useState } from 'react';
import { toast } from 'sonner';
import { type LocalText, languageNames, languages } from '../../lib/kernel/local-text';
import { offerDraftSchema } from '../../lib/packs/schema';
import type { OffersView, PackOffer } from '../../lib/packs/types';
import type { PackKind } from '../../lib/terms/packs';
import { api } from '../api';
import { useStaff } from '../frame/staff-context';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { CheckField, TextField } from '../ui/field';
import { Segmented } from '../ui/segmented';
import { useText } from '../words';
import { usePackWords } from './use-pack-words';
import { useRereadPacks } from './use-packs';

type Draft = {
  name: LocalText;
  kind: PackKind;
  /** As typed: visits, or hours. */
  quantity: string;
  percent: string;
  rupees: string;
  days: string;
  serviceIds: string[];
};

const draftOf = (offer: PackOffer | null, services: OffersView['services']): Draft => ({
  name: offer?.name ?? {},
  kind: offer?.kind ?? 'visits',
  quantity: String((offer?.quantity ?? 10) / (offer?.kind === 'hours' ? 60 : 1)),
  percent: String(offer?.memberPercent ?? 10),
  rupees: offer ? String(offer.pricePaise / 100) : '',
  days: String(offer?.validDays ?? 90),
  serviceIds: offer?.serviceIds ?? services.slice(0, 1).map(({ id }) => id),
});

const numberOf = (typed: string): number => (typed.trim() === '' ? Number.NaN : Number(typed));

/** What the server takes; half hours are whole minutes. */
const bodyOf = ({ name, kind, quantity, percent, rupees, days, serviceIds }: Draft): object => ({
  name: Object.fromEntries(Object.entries(name).filter(([, text]) => text.trim() !== '')),
  kind,
  ...(kind === 'membership'
    ? { memberPercent: numberOf(percent) }
    : { quantity: numberOf(quantity) * (kind === 'hours' ? 60 : 1) }),
  pricePaise: Math.round(numberOf(rupees) * 100),
  validDays: numberOf(days),
  serviceIds,
});

const kinds = ['visits', 'hours', 'membership'] as const;

/** Writes a pack that is sold, or a new one. */
export const OfferDialog = ({
  offer,
  services,
  onClose,
}: {
  offer: PackOffer | null;
  services: OffersView['services'];
  onClose: () => void;
}) => {
  const { business } = useStaff();
  const t = useText('packs');
  const f = useText('frame');
  const { nameOf } = usePackWords();
  const reread = useRereadPacks();
  const [draft, setDraft] = useState(() => draftOf(offer, services));
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const change = (part: Partial<Draft>): void => {
    setDraft({ ...draft, ...part });
  };
  const checked = offerDraftSchema.safeParse(bodyOf(draft));
  const wrong = new Set(tried ? checked.error?.issues.map(({ path }) => String(path[0])) : []);
  const said = (field: string, words: string): string | undefined => (wrong.has(field) ? words : undefined);
  const act = async (work: () => Promise<unknown>): Promise<void> => {
    setBusy(true);
    try {
      await work();
      await reread();
      toast(f('saved'));
      onClose();
    } catch {
      toast(f('failed'));
      setBusy(false);
    }
  };
  const save = (): void => {
    setTried(true);
    if (!checked.success) return;
    const path = offer ? `packs/offers/${offer.id}` : 'packs/offers';
    void act(() => api(business, offer ? 'put' : 'post', path, { body: checked.data }));
  };
  const putAway = (id: string, archived: boolean): void =>
    void act(() => api(business, 'post', `packs/offers/${id}/archive`, { body: { archived } }));
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={offer ? t('editTitle', { name: nameOf(offer.name) }) : t('add')}
      {...(offer && { lead: t('soldStay') })}
      actions={
        <>
          {offer ? (
            <Button
              look="quiet"
              className="mr-auto"
              disabled={busy}
              onClick={() => {
                putAway(offer.id, !offer.archived);
              }}
            >
              {t(offer.archived ? 'restore' : 'archive')}
            </Button>
          ) : null}
          <Button look="primary" busy={busy} onClick={save}>
            {f('save')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <Segmented
          label={t('kind')}
          className="self-start"
          value={draft.kind}
          options={kinds.map((value) => ({ value, label: t(`kind-${value}`) }))}
          onChange={(kind) => {
            change({ kind });
          }}
        />
        <div className="grid gap-3 sm:grid-cols-2">
          {languages.map((language, place) => (
            <TextField
              key={language}
              lang={language}
              label={`${t('name')} (${languageNames[language]})`}
              error={place === 0 ? said('name', t('nameWanted')) : undefined}
              maxLength={60}
              value={draft.name[language] ?? ''}
              onChange={(event) => {
                change({ name: { ...draft.name, [language]: event.target.value } });
              }}
            />
          ))}
          {draft.kind === 'membership' ? (
            <TextField
              label={t('percent')}
              inputMode="numeric"
              error={said('memberPercent', t('percentWanted'))}
              value={draft.percent}
              onChange={(event) => {
                change({ percent: event.target.value });
              }}
            />
          ) : (
            <TextField
              label={t(draft.kind === 'hours' ? 'quantity-hours' : 'quantity-visits')}
              inputMode="decimal"
              error={said('quantity', t('numberWanted'))}
              value={draft.quantity}
              onChange={(event) => {
                change({ quantity: event.target.value });
              }}
            />
          )}
          <TextField
            label={t('price')}
            inputMode="decimal"
            error={said('pricePaise', t('priceWanted'))}
            value={draft.rupees}
            onChange={(event) => {
              change({ rupees: event.target.value });
            }}
          />
          <TextField
            label={t('validDays')}
            inputMode="numeric"
            error={said('validDays', t('numberWanted'))}
            value={draft.days}
            onChange={(event) => {
              change({ days: event.target.value });
            }}
          />
        </div>
        <fieldset>
          <legend className="text-sm font-semibold">{t('services')}</legend>
          {services.map(({ id, name }) => (
            <CheckField
              key={id}
              label={nameOf(name)}
              checked={draft.serviceIds.includes(id)}
              onChange={(event) => {
                const others = draft.serviceIds.filter((one) => one !== id);
                change({ serviceIds: event.target.checked ? [...others, id] : others });
              }}
            />
          ))}
          {wrong.has('serviceIds') ? (
            <p role="alert" className="text-xs text-danger">
              {t('servicesWanted')}
            </p>
          ) : null}
        </fieldset>
      </div>
    </Dialog>
  );
};
