import type { WordRow } from './senses';

/** ISO weekdays, without the "-day" word, which is its own concept and swallowed after them. */
export const weekdayRows: readonly WordRow<number>[] = [
  [
    7,
    'ஞாயிறு, ஞாயிற்று, ஞாயித்து, நாயித்து, நாயிறு, ஞாயிறன்று, ஞாயிற்றுக், ஞாயித்துக், சண்டே, ஸண்டே, சன்டே, nyayiru, gnayiru, njayiru, nyaayiru, nyayitru, nyaayithu, naayithu, nyayithu, gnayitru, nayiru, naayiru, nayithu, nyairu, gnaayiru, gnaayitru, gnayithu, njaayiru, nyayeru, nyayiri',
    'sunday, sun, sundays, snday, sundy, sundey',
  ],
  [
    1,
    'திங்கள், திங்கட், திங்கக், திங்கள, திங்களன்று, திங்க, மண்டே, மன்டே, thingal, thingat, thinga, thingakizhamai, thingakelama, thingkal, tingal, thingakilamai, thingakizhama',
    'monday, mon, mondays, mondy, munday, mondey',
  ],
  [
    2,
    'செவ்வாய், செவ்வாய்க், செவ்வா, செவ்வாக், செவ்வாயன்று, டியூஸ்டே, டூஸ்டே, ட்யூஸ்டே, sevvai, sevvaai, chevvai, sevva, sevvay, sevai, chevvaai, sevvaa, cevvai',
    'tuesday, tue, tues, tuesdays, teusday, tusday, tuesdy, tuseday, tusday',
  ],
  [
    3,
    'புதன், புதங், பொதன், பொதங், புதனன்று, வெட்னஸ்டே, வெனஸ்டே, வெட்நெஸ்டே, budhan, puthan, pudhan, bhudhan, budan, buthan, pudan, podhan, bhuthan, putha kizhamai, budha kizhamai, putha kelama, budha kelama, pudha kizhamai',
    'wednesday, wed, weds, wensday, wednsday, wedensday, wednesdays, wenesday, wednesdy, wendsday, wedday, wednes',
  ],
  [
    4,
    'வியாழன், வியாழ, வியாழக், விசாழ, விசாழக், வியாழனன்று, தர்ஸ்டே, தேர்ஸ்டே, viyazhan, vyazhan, viyalan, viyaazhan, vyaazha, viyazha, viyaazha, viyala, viyaala, vyalan, vyazha, viyaalan, vyaazhan, viyazan, vyazan, viyaza, visazhan',
    'thursday, thu, thur, thurs, thursdays, thrusday, thirsday, thusday, thursdy, thersday, thurday',
  ],
  [
    5,
    'வெள்ளி, வெள்ளிக், வெள்ளியன்று, ஃப்ரைடே, ப்ரைடே, பிரைடே, ஃபிரைடே, velli, vellik, veli kizhamai, velly, vellie',
    'friday, fri, fridays, firday, fridy, fryday, fridey, frieday',
  ],
  [
    6,
    'சனி, சனிக், சனியன்று, சாட்டர்டே, சேட்டர்டே, சாடர்டே, சட்டர்டே, sani, shani, sanik, chani, saniku',
    'saturday, sat, satur, saturdays, saterday, satuday, sturday, satarday, saturdy, staurday, satrday',
  ],
];

/** "-day": கிழமை. */
export const kizhamaiWords =
  'கிழமை, கெழமை, கெழம, கிழமைல, கிழமையில், கிழமைக்கு, கிழம, kizhamai, kilamai, kizhama, kezhama, kezhamai, kelamai, kelama, kilama, kizamai, kizama, kiżamai, kizhame, kilame, kezhame, kelame, kizhamaila, kilamaila, kelamaila, kizhamaiku';

const tamilDays = kizhamaiWords.split(', ').filter((word) => /^[\u0B80-\u0BFF]+$/u.test(word));
const latinDays = kizhamaiWords.split(', ').filter((word) => /^[a-z]+$/u.test(word));

/** Weekday and "-day" in one word: வியாழக்கிழமை, sanikizhamai. */
export const fusedWeekdays = (): WordRow<number>[] =>
  weekdayRows.map(([iso, words]) => {
    const fused = words.split(', ').flatMap((word) => {
      if (!/^[\u0B80-\u0BFF]+$/u.test(word))
        return /^[a-z]+$/u.test(word)
          ? latinDays.flatMap((day) => [word + day, `${word}k${day}`, `${word}n${day}`])
          : [];
      const stem = word.replace(/[க்]+$/u, '');
      return tamilDays.flatMap((day) => [`${word}${day}`, `${stem}க்${day}`, `${stem}ங்${day}`]);
    });
    return [iso, fused.join(', ')];
  });
