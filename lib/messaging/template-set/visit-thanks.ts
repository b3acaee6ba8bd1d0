import type { OwnTemplate } from './types';

export const visitThanks: OwnTemplate = {
  purpose: 'visit_thanks',
  category: 'utility',
  taps: ['again', 'staff'],
  wording: {
    en: {
      body: 'Hello from {{business}}! Thank you for coming: {{what}}, {{when}}.\n\nIf anything about this booking was not right, please tell us here.',
      buttons: ['Book again', 'Talk to staff'],
    },
    ta: {
      body: 'வணக்கம்! {{business}} வந்ததற்கு நன்றி: {{what}}, {{when}}.\n\nஇந்த முன்பதிவில் ஏதாவது சரியாக இல்லை என்றால் தயவுசெய்து இங்கே சொல்லுங்கள்.',
      buttons: ['மீண்டும் பதிவு', 'ஊழியரிடம் பேச'],
    },
  },
};
