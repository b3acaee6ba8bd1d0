import type { OwnTemplate } from './types';

export const bookingReminder: OwnTemplate = {
  purpose: 'booking_reminder',
  category: 'utility',
  taps: ['coming', 'move', 'cancel'],
  wording: {
    en: {
      body: 'Hello from {{business}}! This is a reminder of your booking {{reference}}.\n\nWhat: {{what}}\nWhen: {{when}}\nFor: {{who}}\n\nPlease tell us below whether you are coming.',
      buttons: ['I’m coming', 'Reschedule', 'Cancel booking'],
    },
    ta: {
      body: 'வணக்கம்! {{business}} சார்பில் உங்கள் முன்பதிவு {{reference}} பற்றிய நினைவூட்டல்.\n\nஎதற்கு: {{what}}\nஎப்போது: {{when}}\nயாருக்கு: {{who}}\n\nவருகிறீர்களா என்று கீழே தட்டிச் சொல்லுங்கள்.',
      buttons: ['வருகிறேன்', 'நேரம் மாற்று', 'ரத்து செய்'],
    },
  },
};
