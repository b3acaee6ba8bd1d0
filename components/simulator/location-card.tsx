import { MapPin } from 'lucide-react';
import type { ChatContent } from '../../lib/simulator/types';
import { useWords } from './words';

/** A map-like picture; the real map opens in a new tab, since nothing may be fetched from outside. */
const MapPicture = () => (
  <svg
    viewBox="0 0 260 130"
    className="block h-auto w-full"
    aria-hidden="true"
    preserveAspectRatio="xMidYMid slice"
  >
    <rect width="260" height="130" className="fill-chat-map" />
    <g className="stroke-chat-road" fill="none">
      <path d="M-10 96 90 70l60 14 120-40" strokeWidth="12" />
      <path d="M70-10 96 140M190-10l-30 150" strokeWidth="8" />
      <path d="M-10 30h110l50-20M150 84l110 30M20 140 40 86" strokeWidth="4" />
    </g>
  </svg>
);

export const LocationCard = ({ content }: { content: Extract<ChatContent, { kind: 'location' }> }) => {
  const { t } = useWords();
  const { latitude, longitude, name, address } = content;
  const point = `${String(latitude)},${String(longitude)}`;
  return (
    <a
      href={`https://www.google.com/maps/search/?api=1&query=${encodeURIComponent(point)}`}
      target="_blank"
      rel="noopener noreferrer"
      aria-label={`${t('openMap')}: ${name ?? t('mapPoint', { latitude, longitude })}`}
      className="block w-64 max-w-full"
    >
      <span className="relative block overflow-hidden rounded-md">
        <MapPicture />
        <MapPin
          size={34}
          strokeWidth={1.75}
          className="absolute top-1/2 left-1/2 -translate-x-1/2 -translate-y-full fill-danger text-chat-theirs"
        />
      </span>
      {name !== undefined || address !== undefined ? (
        <span className="block px-1 pt-1.5 pb-1">
          {name === undefined ? null : <span className="block font-semibold text-chat-link">{name}</span>}
          {address === undefined ? null : <span className="block text-[13px] text-chat-meta">{address}</span>}
        </span>
      ) : null}
    </a>
  );
};
