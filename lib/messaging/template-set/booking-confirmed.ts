import type { OwnTemplate } from './types';

export const bookingConfirmed: OwnTemplate = {
  purpose: 'booking_confirmed',
  category: 'utility',
  taps: ['move', 'cancel'],
  wording: {
    en: {
      body: 'Hello from {{business}}! Your booking {{reference}} is confirmed.\n\nWhat: {{what}}\nWhen: {{when}}\nFor: {{who}}\n\nWe look forward to seeing you.',
      buttons: ['Reschedule', 'Cancel booking'],
    },
    ta: {
      body: 'வணக்கம்! {{business}} சார்பில் எழுதுகிறோம். உங்கள் முன்பதிவு {{reference}} உறுதியாகிவிட்டது.\n\nஎதற்கு: {{what}}\nஎப்போது: {{when}}\nயாருக்கு: {{who}}\n\nஉங்களைப் பார்க்க ஆவலாக இருக்கிறோம்.',
      buttons: ['நேரம் மாற்று', 'ரத்து செய்'],
    },
  },
};
