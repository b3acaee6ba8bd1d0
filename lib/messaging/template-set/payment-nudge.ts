import type { OwnTemplate } from './types';

export const paymentNudge: OwnTemplate = {
  purpose: 'payment_nudge',
  category: 'utility',
  taps: ['pay', 'cancel'],
  wording: {
    en: {
      body: 'Hello from {{business}}! Your booking is waiting for its payment of {{amount}}.\n\nWhat: {{what}}\nWhen: {{when}}\n\nIt is kept for you until {{until}}. Tap below and we send you the link to pay.',
      buttons: ['Pay now', 'Cancel booking'],
    },
    ta: {
      body: 'வணக்கம்! {{business}} சார்பில் எழுதுகிறோம். உங்கள் முன்பதிவுக்கு {{amount}} இன்னும் செலுத்தப்படவில்லை.\n\nஎதற்கு: {{what}}\nஎப்போது: {{when}}\n\nஇது {{until}} வரை உங்களுக்காக இருக்கும். கீழே தட்டினால் பணம் செலுத்தும் இணைப்பு வரும்.',
      buttons: ['பணம் செலுத்து', 'ரத்து செய்'],
    },
  },
};
