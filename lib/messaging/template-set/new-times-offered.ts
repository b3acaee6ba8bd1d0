import type { OwnTemplate } from './types';

export const newTimesOffered: OwnTemplate = {
  purpose: 'new_times_offered',
  category: 'utility',
  taps: ['move', 'cancel'],
  wording: {
    en: {
      body: 'Hello from {{business}}! We are sorry, we cannot receive you at the time of your booking {{reference}}.\n\nWhat: {{what}}\nWhen: {{when}}\nFor: {{who}}\n\nPlease choose another time: tap Reschedule below.',
      buttons: ['Reschedule', 'Cancel booking'],
    },
    ta: {
      body: 'வணக்கம்! {{business}} சார்பில் எழுதுகிறோம். மன்னிக்கவும், உங்கள் முன்பதிவின் {{reference}} நேரத்தில் உங்களை வரவேற்க முடியவில்லை.\n\nஎதற்கு: {{what}}\nஎப்போது: {{when}}\nயாருக்கு: {{who}}\n\nவேறு நேரம் தேர்ந்தெடுக்க கீழே நேரம் மாற்று என்பதைத் தட்டுங்கள்.',
      buttons: ['நேரம் மாற்று', 'ரத்து செய்'],
    },
  },
};
