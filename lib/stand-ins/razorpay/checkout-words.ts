import type { Link } from './account';

export type Language = 'en' | 'ta';

type Words = {
  title: string;
  warning: string;
  language: string;
  pay: (amount: string) => string;
  fail: string;
  mishaps: string;
  'fail-then-pay': string;
  'pay-twice': string;
  'pay-less': string;
  'pay-more': string;
  later: string;
  inSeconds: (seconds: number) => string;
  afterEnd: string;
  payLater: string;
  letThrough: string;
  failed: string;
  underWay: (seconds: number) => string;
  underWayAfterEnd: string;
  back: string;
  status: Record<Exclude<Link['status'], 'created'>, string>;
  unknown: string;
};

/** What the checkout says. `language` names the other one. */
export const checkoutWords: Record<Language, Words> = {
  en: {
    title: 'Payment stand-in',
    warning: 'For trying things out. No money moves here, whatever you choose.',
    language: 'தமிழ்',
    pay: (amount) => `Pay ${amount}`,
    fail: 'Let the payment fail',
    mishaps: 'Or try what can go wrong',
    'fail-then-pay': 'Fail first, then go through after all',
    'pay-twice': 'Pay with a double click',
    'pay-less': 'Pay ₹1 less than was asked for',
    'pay-more': 'Pay ₹1 more than was asked for',
    later: 'Pay now, but let the money arrive late',
    inSeconds: (seconds) =>
      seconds < 60 ? `After ${String(seconds)} seconds` : `After ${String(seconds / 60)} min`,
    afterEnd: 'After the link has ended',
    payLater: 'Pay late',
    letThrough: 'Let a payment that was under way go through now',
    failed: 'The payment failed. You can try again.',
    underWay: (seconds) =>
      `A payment is under way. It arrives in ${String(seconds)} seconds; you may close this page.`,
    underWayAfterEnd: 'A payment is under way. It arrives once the link has ended; you may close this page.',
    back: 'Back to the booking',
    status: {
      partially_paid: 'A part has been paid.',
      paid: 'Paid. There is nothing more to pay here.',
      cancelled: 'This link was cancelled. Nothing is to be paid here.',
      expired: 'The time to pay has ended. This link takes no payment any more.',
    },
    unknown:
      'This link is not known. The stand-in forgets its links when it starts again; ask for a new one.',
  },
  ta: {
    title: 'பணம் செலுத்தும் மாதிரி',
    warning: 'இது சோதித்துப் பார்ப்பதற்கு மட்டுமே. எதைத் தேர்ந்தெடுத்தாலும் உண்மையான பணம் நகராது.',
    language: 'English',
    pay: (amount) => `${amount} செலுத்து`,
    fail: 'தோல்வியடையச் செய்',
    mishaps: 'அல்லது என்ன தவறு நடக்கலாம் என்று பாருங்கள்',
    'fail-then-pay': 'முதலில் தோல்வி, பிறகு வெற்றி',
    'pay-twice': 'இருமுறை தட்டிச் செலுத்து',
    'pay-less': 'கேட்டதைவிட ₹1 குறைவாகச் செலுத்து',
    'pay-more': 'கேட்டதைவிட ₹1 அதிகமாகச் செலுத்து',
    later: 'இப்போது செலுத்தி, பணம் தாமதமாக வரட்டும்',
    inSeconds: (seconds) =>
      seconds < 60 ? `${String(seconds)} நொடிகளுக்குப் பிறகு` : `${String(seconds / 60)} நிமிடத்திற்குப் பிறகு`,
    afterEnd: 'இணைப்பு முடிந்த பிறகு',
    payLater: 'தாமதமாகச் செலுத்து',
    letThrough: 'நிலுவையில் இருந்த பணம் இப்போது வந்து சேரட்டும்',
    failed: 'பணம் செலுத்துவது தோல்வியடைந்தது. மீண்டும் முயலலாம்.',
    underWay: (seconds) =>
      `பணம் வந்துகொண்டிருக்கிறது. ${String(seconds)} நொடிகளில் வந்து சேரும்; இந்தப் பக்கத்தை மூடலாம்.`,
    underWayAfterEnd: 'பணம் வந்துகொண்டிருக்கிறது. இணைப்பு முடிந்த பிறகு வந்து சேரும்; இந்தப் பக்கத்தை மூடலாம்.',
    back: 'முன்பதிவுக்குத் திரும்பு',
    status: {
      partially_paid: 'ஒரு பகுதி செலுத்தப்பட்டது.',
      paid: 'பணம் செலுத்தப்பட்டது. இங்கே இனி எதுவும் செலுத்த வேண்டாம்.',
      cancelled: 'இந்த இணைப்பு ரத்து செய்யப்பட்டது. இங்கே எதுவும் செலுத்த வேண்டாம்.',
      expired: 'பணம் செலுத்தும் நேரம் முடிந்தது. இந்த இணைப்பில் இனி செலுத்த முடியாது.',
    },
    unknown: 'இந்த இணைப்பு தெரியவில்லை. மாதிரி மீண்டும் தொடங்கும்போது பழைய இணைப்புகளை மறந்துவிடும்; புதியதைக் கேளுங்கள்.',
  },
};
