import type { OwnTemplate } from './types';

export const refundUpdate: OwnTemplate = {
  purpose: 'refund_update',
  category: 'utility',
  taps: ['mine', 'staff'],
  wording: {
    en: {
      body: 'Hello from {{business}}! Your refund of {{amount}} for the booking {{reference}} is on its way.\n\nIt usually takes 5 to 7 working days to reach the account you paid from.',
      buttons: ['My bookings', 'Talk to staff'],
    },
    ta: {
      body: 'வணக்கம்! {{business}} சார்பில் எழுதுகிறோம். உங்கள் முன்பதிவு {{reference}} தொடர்பாக {{amount}} திருப்பி அனுப்பப்பட்டுள்ளது.\n\nநீங்கள் செலுத்திய கணக்கிற்கு வந்து சேர பொதுவாக 5 முதல் 7 வேலை நாட்கள் ஆகும்.',
      buttons: ['என் முன்பதிவுகள்', 'ஊழியரிடம் பேச'],
    },
  },
};
