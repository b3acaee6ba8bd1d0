import type { OwnTemplate } from './types';

export const staffReply: OwnTemplate = {
  purpose: 'staff_reply',
  category: 'utility',
  taps: ['staff', 'mine'],
  wording: {
    en: {
      body: 'Hello from {{business}}! Our staff have an answer for you about your booking: {{message}}\n\nTo go on talking to us, simply reply here.',
      buttons: ['Talk to staff', 'My bookings'],
    },
    ta: {
      body: 'வணக்கம்! உங்கள் முன்பதிவு பற்றி {{business}} ஊழியர்களின் பதில்: {{message}}\n\nதொடர்ந்து பேச இங்கேயே பதில் எழுதுங்கள்.',
      buttons: ['ஊழியரிடம் பேச', 'என் முன்பதிவுகள்'],
    },
  },
};
