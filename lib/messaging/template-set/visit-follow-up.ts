import type { OwnTemplate } from './types';

export const visitFollowUp: OwnTemplate = {
  purpose: 'visit_follow_up',
  category: 'utility',
  taps: ['again', 'staff'],
  wording: {
    en: {
      body: 'Hello from {{business}}! It is time to book the next appointment after your last one: {{what}}, {{when}}.\n\nTap below to choose a time that suits you.',
      buttons: ['Book a time', 'Talk to staff'],
    },
    ta: {
      body: 'வணக்கம்! {{business}} சார்பில் எழுதுகிறோம். உங்கள் முந்தைய சந்திப்புக்குப் பிறகு அடுத்ததைப் பதிவு செய்யும் நேரம் இது: {{what}}, {{when}}.\n\nஉங்களுக்கு ஏற்ற நேரம் தேர்ந்தெடுக்க கீழே தட்டுங்கள்.',
      buttons: ['பதிவு செய்', 'ஊழியரிடம் பேச'],
    },
  },
};
