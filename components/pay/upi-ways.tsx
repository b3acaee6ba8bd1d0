'use client';

import { Copy } from 'lucide-react';
import { useState } from 'react';
import type { PayView } from '../../lib/payments/schema';
import { Button, buttonClass } from '../ui/button';
import { useText } from '../words';

/** Money sent to a UPI address: by an app on this phone, by a code for another, or by hand. */
export const UpiWays = ({ upi }: { upi: NonNullable<PayView['upi']> }) => {
  const t = useText('pay');
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(upi.address);
    setCopied(true);
  };
  const { size, path } = upi.qr;
  return (
    <div className="flex flex-col gap-4">
      <a href={upi.link} className={buttonClass('primary', 'text-base md:min-h-11')}>
        {t('upiApp')}
      </a>
      <div className="overflow-hidden rounded border border-hairline">
        <svg
          viewBox={`0 0 ${String(size)} ${String(size)}`}
          role="img"
          aria-label={t('upiCode')}
          className="w-full"
        >
          {/* Scanners want dark on light, whatever the theme. */}
          <rect width={size} height={size} fill="white" />
          <path d={path} fill="black" />
        </svg>
      </div>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="min-w-0 text-sm">
          <span className="block break-all font-medium">{upi.address}</span>
          <span className="text-muted">{upi.payee}</span>
        </p>
        <Button onClick={() => void copy()}>
          <Copy aria-hidden className="size-4" />
          {t(copied ? 'copied' : 'copy')}
        </Button>
      </div>
      <p className="text-sm">{t('upiAfter')}</p>
    </div>
  );
};
