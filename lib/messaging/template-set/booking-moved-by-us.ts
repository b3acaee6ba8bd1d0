import type { OwnTemplate } from './types';

export const bookingMovedByUs: OwnTemplate = {
  purpose: 'booking_moved_by_us',
  category: 'utility',
  taps: ['move', 'cancel'],
  wording: {
    en: {
      body: 'Hello from {{business}}! We have moved your booking {{reference}}.\n\nWhat: {{what}}\nBefore: {{old}}\nNow: {{when}}\nFor: {{who}}\n\nIf the new time does not suit you, tap Reschedule below.',
      buttons: ['Reschedule', 'Cancel booking'],
    },
    ta: {
      body: 'வணக்கம்! {{business}} சார்பில் எழுதுகிறோம். உங்கள் முன்பதிவின் {{reference}} நேரத்தை மாற்றியுள்ளோம்.\n\nஎதற்கு: {{what}}\nமுன்பு: {{old}}\nஇப்போது: {{when}}\nயாருக்கு: {{who}}\n\nபுதிய நேரம் ஒத்துவரவில்லை என்றால் கீழே நேரம் மாற்று என்பதைத் தட்டுங்கள்.',
      buttons: ['நேரம் மாற்று', 'ரத்து செய்'],
    },
  },
};
