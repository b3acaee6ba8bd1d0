import type { OwnTemplate } from './types';

export const bookingCancelledByUs: OwnTemplate = {
  purpose: 'booking_cancelled_by_us',
  category: 'utility',
  taps: ['again', 'staff'],
  wording: {
    en: {
      body: 'Hello from {{business}}! We are sorry, we had to cancel your booking {{reference}}.\n\nWhat: {{what}}\nWhen: {{when}}\nFor: {{who}}\n\nWe would gladly find you another time.',
      buttons: ['Book again', 'Talk to staff'],
    },
    ta: {
      body: 'வணக்கம்! {{business}} சார்பில் எழுதுகிறோம். மன்னிக்கவும், உங்கள் முன்பதிவை {{reference}} நாங்கள் ரத்து செய்ய வேண்டியதாயிற்று.\n\nஎதற்கு: {{what}}\nஎப்போது: {{when}}\nயாருக்கு: {{who}}\n\nவேறு நேரம் பார்த்துத் தருகிறோம்.',
      buttons: ['மீண்டும் பதிவு', 'ஊழியரிடம் பேச'],
    },
  },
};
