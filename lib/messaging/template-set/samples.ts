import type { Language } from '../../kernel/local-text';

/** Every place that a wording may use, with what whoever approves it is shown in its stead. */
export const placeSamples = {
  en: {
    business: 'Smash Arena',
    what: 'Badminton court, Court 2',
    when: 'Saturday, 28 Nov, 6:00 – 7:00 PM',
    old: 'Friday, 27 Nov, 6:00 – 7:00 PM',
    who: 'Anbu',
    reference: 'K7M2QX',
    amount: '₹400',
    until: '6:25 PM',
    minutes: '20',
    message: 'yes, court 2 is free at six',
    number: 'R-2026-0142',
    code: '123456',
  },
  ta: {
    business: 'ஸ்மாஷ் அரங்கம்',
    what: 'பேட்மிண்டன் கோர்ட், கோர்ட் 2',
    when: 'சனிக்கிழமை, 28 நவ, மாலை 6:00 – 7:00',
    old: 'வெள்ளிக்கிழமை, 27 நவ, மாலை 6:00 – 7:00',
    who: 'அன்பு',
    reference: 'K7M2QX',
    amount: '₹400',
    until: 'மாலை 6:25',
    minutes: '20',
    message: 'ஆம், ஆறு மணிக்கு கோர்ட் 2 காலியாக உள்ளது',
    number: 'R-2026-0142',
    code: '123456',
  },
} as const satisfies Record<Language, Record<string, string>>;
