import type { OwnTemplate } from './types';

export const signInCode: OwnTemplate = {
  purpose: 'sign_in_code',
  category: 'authentication',
  taps: [],
  wording: {
    en: {
      body: '{{code}} is your verification code. For your security, do not share this code.',
      buttons: ['Copy code'],
    },
    ta: {
      body: '{{code}} உங்கள் சரிபார்ப்புக் குறியீடு. உங்கள் பாதுகாப்பிற்காக, இதை யாருடனும் பகிர வேண்டாம்.',
      buttons: ['நகலெடு'],
    },
  },
};
