/**
 * Days known by name. `monthDays`: the civil dates where the day is fixed ("MM-DD"); none: it moves, and only the
 * business's holiday table knows it. More than one: the customer is asked.
 */
export const festivals: readonly { words: string; monthDays: readonly string[] }[] = [
  {
    words: 'பொங்கல், தைப்பொங்கல், தை பொங்கல், pongal, thai pongal, makar sankranti, sankranti',
    monthDays: ['01-14', '01-15'],
  },
  { words: 'தமிழ் புத்தாண்டு, tamil puthandu, tamil new year, puthandu', monthDays: ['04-14'] },
  { words: 'கிறிஸ்துமஸ், கிறிஸ்மஸ், christmas, xmas, x mas, christmas day, krismas', monthDays: ['12-25'] },
  { words: 'christmas eve, xmas eve', monthDays: ['12-24'] },
  { words: 'புத்தாண்டு, நியூ இயர், new year, new years day, new year day, newyear', monthDays: ['01-01'] },
  { words: 'new years eve, new year eve', monthDays: ['12-31'] },
  { words: 'குடியரசு தினம், republic day', monthDays: ['01-26'] },
  { words: 'சுதந்திர தினம், independence day', monthDays: ['08-15'] },
  { words: 'காந்தி ஜெயந்தி, gandhi jayanthi, gandhi jayanti', monthDays: ['10-02'] },
  { words: 'தொழிலாளர் தினம், may day, labour day', monthDays: ['05-01'] },
  { words: 'தீபாவளி, தீவாளி, deepavali, diwali, deevali, dewali, divali', monthDays: [] },
  {
    words: 'ஆயுத பூஜை, ஆயுதபூஜை, ayudha pooja, ayutha poojai, ayudha puja, saraswathi pooja, சரஸ்வதி பூஜை',
    monthDays: [],
  },
  { words: 'விநாயகர் சதுர்த்தி, vinayagar chathurthi, vinayaka chaturthi, ganesh chaturthi', monthDays: [] },
  { words: 'ரம்ஜான், ரமலான், ramzan, ramadan, ramjan, eid', monthDays: [] },
  { words: 'பக்ரீத், bakrid, bakreed', monthDays: [] },
  { words: 'அமாவாசை, amavasai, amavasya, new moon', monthDays: [] },
  { words: 'பௌர்ணமி, பவுர்ணமி, pournami, pournamy, full moon', monthDays: [] },
  { words: 'முகூர்த்த நாள், முகூர்த்தம், muhurtha naal, muhurtham', monthDays: [] },
];
