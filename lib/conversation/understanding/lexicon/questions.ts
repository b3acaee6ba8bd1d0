/** What a customer asks about. */
export const questionRows = [
  [
    'how-much',
    'எவ்வளவு, எவ்ளோ, எவ்ளவு, எவ்வளவுங்க, எம்புட்டு, எவளோ, எத்தனை ரூபாய், எவ்வளோ, எவ்ளோங்க, evlo, evvalavu, evalavu, evlow, evloo, evvlo, yevlo, evlavu, evolo, evalo, yevalavu, evlonga, evvalo, evvalavunga, yevvalavu, ewlo, evlova',
    'how much, hw much, howmuch, hw mch, how mch',
  ],
  [
    'price',
    'கட்டணம், விலை, வாடகை, vaadagai, vadagai, ஃபீஸ், ஃபீஸு, பீஸ், பீசு, ரேட், ரேட்டு, சார்ஜ், சார்ஜ், விலைப்பட்டியல், கட்டணங்கள், ஃபீஸா, காசு ஆகும், kattanam, vilai, feesu, rateu, katanam',
    'price, prices, pricing, cost, costs, fee, fees, rate, rates, charge, charges, tariff, feez, prise, prce, fes, expensive, cheap, charged, consultation fee, consultation fees, rate card, pricelist, priec, rent, rental, costly, affordable, discount, discounts, membership',
  ],
  ['what', 'என்ன, என்னங்க, enna, ena, yenna, yena, ennanga', 'what, whats, wat, wht, which, wats'],
  [
    'where',
    'எங்க, எங்கே, எங்க இருக்கு, எங்கிருக்கு, எங்க இருக்கீங்க, எங்கு, enga irukku, enga iruku, enga irukeenga, enga irukinga, engey, engae, enga irukkinga, enga irukku, yenga, engirukku, enge, enga irukunga, enga',
    'where, wer, whr, wheres',
  ],
  [
    'address',
    'முகவரி, விலாசம், vilasam, அட்ரஸ், அட்ரெஸ், லொகேஷன், லொகேசன், இடம், வழி, மேப், லொக்கேஷன், எப்படி வரணும், எப்படி வர்றது, எப்டி வரணும், mugavari, idam, vazhi, vali sollunga, epdi varanum, eppadi varanum, epdi varathu, eppadi varrathu, epdi varradhu, vazhi sollunga, epdi varadhu, mukavari, ஏரியா, எந்த ஏரியா, entha area, endha area, எந்த இடம், பார்க்கிங், பார்க்கிங் வசதி',
    'address, location, locaton, map, maps, directions, direction, route, landmark, adress, addres, loction, lokeshan, addrs, how to reach, how do i reach, how to get there, how do i get there, reach there, nearest bus stop, how to come, gps, parking, locate, area, which area, which place, nearby',
  ],
  [
    'open',
    'திறப்பீங்க, திறக்கும், திறக்குறீங்க, தொறப்பீங்க, திறந்திரு*, திறப்*, தொற*, ஓப்பன், ஓபன், thirappinga, thirapinga, thirakum, thorapinga, thorappinga, thirandhu, thirandhiruk*, thirandhu irukuma, thirapeenga, thorandhu*, thorakum, thirakkum, thirappeenga, thorapeenga, thirakureenga',
    'open, opening, opens, opened, opn',
  ],
  [
    'close',
    'மூடு*, மூடுவீங்க, மூடும், சாத்துவீங்க, க்ளோஸ், மூடி, mooduvinga, moodum, mooduveenga, moodi, moodiruk*, mooduvingа, saathuveenga, mudum, muduvinga, moodum bodhu',
    'close, closing, closes, closed, shut, cloze',
  ],
  [
    'timing',
    'வேலை நேரம், எத்தனை மணி வரைக்கும், எத்தனை மணி வரை, எத்தன மணி வரைக்கும், ethana mani varaikum, ethanai mani varai, டைமிங், டைமிங்ஸ், நேரங்கள், வேலை நேரங்கள், டைம் என்ன, லீவா, விடுமுறை, லீவு, விடுமுறையா, velai neram, timingsu, timinga, leeva, leavea, leave ah, vidumurai, leevu, time enna, velai nerangal',
    'timing, timings, working hours, business hours, opening hours, opening time, closing time, work hours, hours of operation, visiting hours, tmings, timeings, taimings, working time, holiday, leave day, leave days, holidays, on leave, office hours, hours of work, opening times, working days, schedule of doctor, op time, op timing, working on, working today, working tomorrow, functioning',
  ],
  [
    'when',
    'எப்போ, என்னைக்கு, என்னிக்கு, எந்த நாள், ennaiku, ennaikku, enniku, endha naal, entha naal, எப்ப, எப்பொழுது, எப்போது, எத்தனை மணி, எத்தன மணி, எத்தனை மணிக்கு, எத்தன மணிக்கு, எந்த நேரம், eppo, epo, eppa, eppodhu, yeppo, ethana mani, ethanai mani, ethana maniku, ethanai maniku, ethana manikku, ethanai manikku, etthana maniku, yeppa, entha neram, எந்த நேரத்துல, எந்த நேரத்தில், எந்நேரம், entha nerathula, endha nerathula, endha neram, enneram',
    'when, wen, what time, whattime, which time, wat time',
  ],
  [
    'come-he',
    'வருவார், வருவாரு, வருவாங்க, வந்துட்டாரா, வந்தாச்சா, வராரு, வர்றாரு, வருவாரா, வந்துட்டாங்களா, வருவாங்களா, வருகிறார், varuvar, varuvaru, varuvanga, vandhutara, vandhuttara, vanthutara, vandhachu, varuvara, varuvaara, vararu, varuvaaru, vandhachaa, vandhacha, varuvangala, varuvaanga, vandhutangala, vanthachu',
    'doctor come, doctor in, arrive, doctor arrive, arrived',
  ],
  [
    'where-in-queue',
    'எத்தனாவது, எத்தனாவது நம்பர், இன்னும் எவ்ளோ நேரம், இன்னும் எவ்வளவு நேரம், எத்தனை பேர் முன்னாடி, டோக்கன் நம்பர் என்ன, ethanavathu, ethanavadhu, inum evlo neram, innum evlo neram, token number enna, token no enna, ethanai per munnadi, ethana per munnadi, ethanaavathu, innum evlo neram aagum, ethana peru munnadi',
    'my turn, queue, token status, how long to wait, how long should i wait, waiting time, token number, token no',
  ],
  [
    'my',
    'என், என்னோட, எனது, எங்க, என்னுடைய, நம்ம, en, ennoda, enoda, ennudaiya, yen, enga, ennode, yennoda, enathu',
    'my, mine, our, iv, ive',
  ],
  [
    'show',
    'காட்டு, விவரம், விவரங்கள், vivaram, காட்டுங்க, காமி, பாக்கணும் என், பார்க்கலாம், kaatu, kaattunga, kaatunga, kaami, kaaminga, katunga',
    'show, view, list, check, details, detail, see my, find, display, look up, viewing',
  ],
  [
    'status',
    'ஸ்டேட்டஸ், கன்ஃபார்ம் ஆச்சா, கன்ஃபர்ம் ஆச்சா, ஆயிடுச்சா, ஆச்சா, ஆகிடுச்சா, கன்பார்ம் ஆச்சா, aacha, aayiducha, aagiducha, confirm aacha, confirm aagiducha, confirm ayiducha, aachaa, acha, பண்ணிருக்கேன், பண்ணியிருக்கேன், பண்ணிருக்கேனா, போட்டிருக்கேன், panniruken, pannirukken, panniyirukken, panirukken, paniruken, pottiruken, potruken, pottirukken',
    'status, is it confirmed, got confirmed, do i have, did i book, have i booked, have i got, i have booked, i booked, upcoming bookings, upcoming appointments, upcoming booking, upcoming appointment, what did i book, did my',
  ],
] as const;
