import type { OwnTemplate } from './types';

export const runningLate: OwnTemplate = {
  purpose: 'running_late',
  category: 'utility',
  taps: ['move', 'cancel'],
  wording: {
    en: {
      body: 'Hello from {{business}}! We are running about {{minutes}} minutes late today, and are sorry for the wait.\n\nWhat: {{what}}\nWhen: {{when}}\nFor: {{who}}\n\nPlease come a little later, or choose another time.',
      buttons: ['Reschedule', 'Cancel booking'],
    },
    ta: {
      body: 'வணக்கம்! {{business}} சார்பில் எழுதுகிறோம். இன்று சுமார் {{minutes}} நிமிடம் தாமதமாகிறது, மன்னிக்கவும்.\n\nஎதற்கு: {{what}}\nஎப்போது: {{when}}\nயாருக்கு: {{who}}\n\nகொஞ்சம் தாமதமாக வாருங்கள், அல்லது வேறு நேரம் தேர்ந்தெடுங்கள்.',
      buttons: ['நேரம் மாற்று', 'ரத்து செய்'],
    },
  },
};
