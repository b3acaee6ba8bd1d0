import type { OwnTemplate } from './types';

export const noShowFollowUp: OwnTemplate = {
  purpose: 'no_show_follow_up',
  category: 'utility',
  taps: ['again', 'staff'],
  wording: {
    en: {
      body: 'Hello from {{business}}! We missed you at the time of your booking {{reference}}: {{what}}, {{when}}.\n\nShall we find you another time? Tap below to choose one.',
      buttons: ['Book again', 'Talk to staff'],
    },
    ta: {
      body: 'வணக்கம்! {{business}} சார்பில் எழுதுகிறோம். உங்கள் முன்பதிவு {{reference}} நேரத்தில் நீங்கள் வரவில்லை: {{what}}, {{when}}.\n\nவேறு நேரம் பார்க்கலாமா? தேர்ந்தெடுக்க கீழே தட்டுங்கள்.',
      buttons: ['மீண்டும் பதிவு', 'ஊழியரிடம் பேச'],
    },
  },
};
