import type { OwnTemplate } from './types';

export const waitlistOffer: OwnTemplate = {
  purpose: 'waitlist_offer',
  category: 'utility',
  taps: ['accept', 'decline'],
  wording: {
    en: {
      body: 'Hello from {{business}}! You asked to hear from us when a place comes free, and one has.\n\nWhat: {{what}}\nWhen: {{when}}\n\nIt is held for you alone until {{until}}. Would you like it?',
      buttons: ['Yes, book it', 'No thanks'],
    },
    ta: {
      body: 'வணக்கம்! {{business}} சார்பில் எழுதுகிறோம். நீங்கள் காத்திருந்த இடம் இப்போது காலியாகியுள்ளது.\n\nஎதற்கு: {{what}}\nஎப்போது: {{when}}\n\nஇது {{until}} வரை உங்களுக்காக மட்டும் வைக்கப்பட்டுள்ளது. வேண்டுமா?',
      buttons: ['ஆம், பதிவு செய்', 'வேண்டாம்'],
    },
  },
};
