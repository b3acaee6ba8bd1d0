import type { OwnTemplate } from './types';

export const receiptReady: OwnTemplate = {
  purpose: 'receipt_ready',
  category: 'utility',
  taps: ['receipt', 'mine'],
  wording: {
    en: {
      body: 'Hello from {{business}}! We have received your payment of {{amount}} for the booking {{reference}}, thank you.\n\nYour receipt is ready: tap below and it comes to this chat.',
      buttons: ['Send receipt', 'My bookings'],
    },
    ta: {
      body: 'வணக்கம்! {{business}} சார்பில் எழுதுகிறோம். உங்கள் முன்பதிவு {{reference}} தொடர்பான கட்டணம் {{amount}} கிடைத்தது, நன்றி.\n\nரசீது தயார்: கீழே தட்டினால் இந்த உரையாடலுக்கு வரும்.',
      buttons: ['ரசீது அனுப்பு', 'என் முன்பதிவுகள்'],
    },
  },
};
