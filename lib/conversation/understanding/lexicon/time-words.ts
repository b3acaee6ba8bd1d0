/** Units, bounds and the small words around times. */
export const timeRows = [
  [
    'mani',
    'மணி, மணிக்கு, மணிக்கி, மணிக்குள்ள, மணிவரை, mani, maniku, manikku, manikki, maniki, mani-ku, manikk, maniyku, manike, manikke',
    "o'clock, oclock, o clock",
  ],
  [
    'mani-neram',
    'மணி நேரம், மணிநேரம், மணி நேர, மணிநேர, மணி நேரத்துக்கு, மணி நேரத்திற்கு, மணி நேரமா, mani neram, manineram, mani neramum, mani nera, mani neratuku, mani nerathuku, mani nerathukku, mani neramaa, mani naram, manineram',
    'hour, hours, hr, hrs, hrz, hourss, huor, houre, hourz',
  ],
  [
    'in-hours',
    'மணி நேரத்தில், மணி நேரத்துல, மணிநேரத்தில், மணிநேரத்துல, மணி நேரத்துக்குள்ள, mani nerathula, mani nerathila, mani nerathil, mani neratthula',
  ],
  [
    'minute',
    'நிமிடம், நிமிஷம், நிமிசம், நிமிட, நிமிஷ, நிமிடங்கள், நிமிஷமா, nimidam, nimisham, nimisam, nimisha, nimida, nimusham, nimidangal',
    'minute, minutes, min, mins, mints, minuts, minits, mnts',
  ],
  [
    'in-minutes',
    'நிமிடத்தில், நிமிஷத்துல, நிமிசத்துல, நிமிடத்துல, nimishathula, nimidathula, nimisathula, nimidathil',
  ],
  [
    'neram',
    'நேரம், நேரத்துல, நேரத்தில், நேரத்தை, நேரத்த, neram, nerathula, nerathai, neratha, neramum',
    'time, timing, டைம், டைமை, டைம, tym, tiem',
  ],
  ['am', '', 'am, a m, a.m, ஏஎம், ஏ.எம்'],
  ['pm', '', 'pm, p m, p.m, பிஎம், பி.எம்'],
  [
    'day-unit',
    'நாள், நாட்கள், நாளு, நாள்ல, நாட்களில், தினம், நாளில், naal, naals, naalla, naal la, naatkal, dhinam, nal, நாட்களுக்கு, நாள்களுக்கு, நாட்கள்ல, naatkaluku, naatkalukku, naatkalukkul',
    'day, days',
  ],
  [
    'week',
    'வாரம், வாரத்தில், வாரத்துல, வார, வாரத்துக்கு, vaaram, varam, vaarathula, vaarathuku, varathula, vaarathil',
    'week, weeks, wk, weak, wek',
  ],
  [
    'month-unit',
    'மாதம், மாசம், மாத, மாச, மாதத்தில், மாசத்துல, maasam, masam, matham, maatham, maadham, maasathula, masathula, maasa, maadha',
    'month, months, mnth',
  ],
  [
    'weekend',
    'வார இறுதி, வார இறுதியில், வீக்கெண்ட், வீக்கென்ட், சனி ஞாயிறு, vaara irudhi, sani nyayiru',
    'weekend, weekends, week end, wkend, sat sun, weeknd',
  ],
  ['fortnight', '', 'fortnight'],
  [
    'date-word',
    'தேதி, தேதிக்கு, தேதியில், தேதில, திகதி, தேதியிலே, தேதியன்று, தேதிய, ந்தேதி, thethi, thedhi, theithi, theathi, thedi, tethi, theti, thethiku, thedhiku, thethila, thedhila, thethikku, thedhikku, thaethi',
    'date, dates, dt, டேட்',
  ],
  [
    'ordinal-mark',
    'ஆம், ம், ஆந், ந், வது, ஆவது, ாவது, ம்தேதி, ந்தேதி, aam, aavathu, aavadhu, vathu, vadhu, avathu, avadhu, aavdhu',
    'st, nd, rd, th',
  ],
  ['on-day', 'அன்று, அன்னைக்கு, அன்னிக்கு, அண்ணைக்கு, annaiku, annaikku, andru, anniku, annikku', 'on'],
  [
    'next-day',
    'மறுநாள், மறுநாளு, அடுத்த நாள், அடுத்தநாள், மறு நாள், marunaal, marunal, adutha naal, adhutha naal, maru naal, adutha nal',
    'next day, following day, the day after that',
  ],
  [
    'this',
    'இந்த, வரும், வர்ற, வரக்கூடிய, வர, வருகிற, வரப்போற, indha, intha, varum, varra, varugira, inda, vara, varapora, varakudiya, varukira',
    'this, coming, upcoming, comming, dis, the coming',
  ],
  [
    'next',
    'அடுத்த, அடுத்து, adutha, adhutha, aduttha, aduthu, adtha, aduththa, aduta',
    'next, nxt, nex, following, next',
  ],
  ['last', 'கடந்த, சென்ற, போன, kadandha, pona, kadantha, sendra', 'last, previous, past'],
  [
    'every',
    'ஒவ்வொரு, தோறும், வாராவாரம், வாரா வாரம், வாரம் வாரம், வாரந்தோறும், ovvoru, ovoru, ovvaru, ovoruu, vaara vaaram, vara varam, vaaravaaram, thorum',
    'every, each, weekly, evry, every week, each week',
  ],
  [
    'daily',
    'தினமும், தினசரி, நாள்தோறும், டெய்லி, தெனமும், தினம் தினம், தினந்தோறும், dhinamum, thinamum, dinamum, dhinasari, thenamum, thinasari, denamum',
    'daily, everyday, every day, each day, daly',
  ],
  [
    'per-day',
    'ஒரு நாளைக்கு, ஒருநாளைக்கு, ஒரு நாளுக்கு, ஒரு நாளைக்கி, oru naalaiku, oru naalaikku, oru nalaiku, oru nalaikku, oru naaliku, oru naalaiki, oru naaluku, oru nalaki, 1 naalaiku, 1 nalaiku',
    'per day, a day, one day ku, 1 day ku, each day ku, for a day',
  ],
  [
    'now',
    'இப்போது, இப்பொழுது, இப்போ, இப்ப, இப்பவே, இப்போதே, இப்பொ, உடனே, உடனடியாக, உடனே, ippo, ippa, ippove, ippave, ipo, ippodhu, ippothu, ipove, ipave, udane, udaney, odane, udanae, udanadiya',
    'now, right now, asap, immediately, rightaway, right away, rn, immediatly, at once',
  ],
  [
    'first',
    'முதல், மொதல், முதல்ல, சீக்கிரம், சீக்கிரமா, சீக்கிரமே, சீக்கரம், முதலில், mudhal, mudal, muthal, modhal, seekiram, sikiram, seekirama, seekram, seekirame, sekiram, mudhalla',
    'earliest, soonest, as soon as possible, first available, first slot, asap slot, as early as possible, earlist, quickest',
  ],
  [
    'last-slot',
    'கடைசி, கடைசில, kadaisi, kadasi, kadaisila',
    'last slot, latest slot, latest, last available, end slot',
  ],
  [
    'after',
    'மேல், மேல, பிறகு, பின், பின்பு, பின்னாடி, அப்புறம், அப்பறம், அப்றம், அப்பரம், மேலே, பின்னர், mela, apram, appuram, aprom, piragu, appram, apparam, apuram, aprm, pinadi, pinnadi, pirahu, piraku, mele, appuramaa, appo ram',
    'after, not before, aftr, post, onwards, onward, later than, past, aft er, from then on',
  ],
  [
    'before',
    'முன், முன்பு, முன்னாடி, முன்னால், முன்னாடியே, முன்னர், முன்ன, முன்னாலே, munnadi, munadi, mun, munnala, munbu, munaadi, munnaadi, munnaal, munala, munnar, munnadiye',
    'before, befor, bfr, b4, by, earlier than, till before, prior to, not later than, bfore, bef, no later than, latest by, at the latest by',
  ],
  [
    'within',
    'குள், குள்ள, க்குள், க்குள்ள, உள்ள, குள்ளே, kulla, kkulla, kula, ulla, kullae, ukulla, kulle',
    'within',
  ],
  [
    'from',
    'இருந்து, இலிருந்து, லேர்ந்து, லேந்து, லிருந்து, ல இருந்து, ருந்து, லருந்து, lerndhu, lendhu, la irundhu, irundhu, la irunthu, irunthu, lirundhu, lernthu, lenthu, ilirundhu, larundhu, lerunthu, la irndhu, lerndu, irndhu',
    'from, frm, starting, starts at, starting from, starting at, since',
  ],
  [
    'until',
    'வரை, வரைக்கும், வரையில், வரைக்கு, varai, varaikkum, varaikum, vara ikkum, varaiku, varikum, varaiyil, vareikum',
    'until, till, upto, up to, til, untill, thru, through',
  ],
  ['to', 'டு', 'to, instead to, into'],
  [
    'between',
    'இடையில், நடுவுல, நடுவில், இடைல, idaiyil, naduvula, naduvil, idaila',
    'between, in between, btw, b/w, betwen, beetween',
  ],
  [
    'around',
    'சுமார், வாக்குல, வாக்கில், அளவில், போல, பக்கம், கிட்டத்தட்ட, சுமாரா, sumar, vaakula, vaakkula, pola, pakkam, kittathatta, sumaar, vakula, alavula',
    'around, about, approx, approximately, roughly, arnd, arround, abt, near about',
  ],
  [
    'kazhichu',
    'கழித்து, கழிச்சு, கழிச்சி, கழிய, kazhichu, kalichu, kazhithu, kalithu, kazichu, kazhiche, kalichi, kazhichi',
    'later, hence, from now, from today',
  ],
  ['in', 'இன்னும், innum, inum', 'in'],
  ['for', '', 'for, 4or'],
  ['at', '', 'at, @, @ at'],
  ['or', 'அல்லது, இல்லனா, இல்லைனா, illana, illaina, allathu, alladhu, illati', 'or, either'],
  ['and', 'மற்றும், matrum', 'and, &, n'],
  [
    'any-time',
    'எப்போ வேணா, எப்போ வேணாலும், எந்த நேரமும், எந்த நேரமா இருந்தாலும், எப்ப வேணா, எப்ப வேணாலும், eppo vena, eppo venalum, eppo venaalum, epo venalum, entha nerum, entha neram na um, eppa vena, eppovena, endha neramum, entha neramum',
    'any time, anytime, whenever, any slot, anytime is ok, any hour',
  ],
  [
    'start-of',
    'ஆரம்பம், ஆரம்பத்துல, முதல் வாரம், aarambam, arambam, aarambathula',
    'beginning, begining, start of',
  ],
  [
    'end-of',
    'கடைசியில், மாதக் கடைசி, மாசக் கடைசி, மாத கடைசி, மாச கடைசி, maasa kadaisi, maadha kadaisi, masa kadaisi',
    'month end, end of month, end of the month, end of',
  ],
] as const;
