/** What a customer wants done. */
export const actionRows = [
  [
    'book',
    'புக், புக்கு, புக்பண்ண, பதிவு செய்ய, முன்பதிவு செய்ய, முன்பதிவு செய்*, ரிசர்வ், ரிசர்வு, போடணும், போடுங்க, போட்டுடுங்க, போடனும், போட, போடுவீங்களா, போடலாமா, போட முடியுமா, போட்டு, பிக்ஸ், ஃபிக்ஸ், போட்டுக்க, ஏற்பாடு, bukku, buk, podunga, podanum, podanu, potudunga, pottudunga, podungo, podanam, poda, podalama, podu, potu, pottu, podunge, podrela, podringala, poduveengala, podalaama, fix pannunga, fix panna, potru, pootudunga, podungal, வாடகைக்கு, vaadagaiku, vaadagaikku, vadagaiku, vadagaikku, போட்டு வைங்க, pottu vainga, எடுத்து குடுங்க, eduthu kudunga',
    'book, bok, buk, booked, reserve, reserved, reserv, schedule, schedul, boook, bookk, arrange, set up, block, boking pannanum, fix, bookpannanum, for rent, on rent, rent a, to rent, hire a, to hire, want to hire, keep a, keep one, keep me, bk',
  ],
  [
    'new',
    'புது, புதிய, புதுசா, இன்னொரு, மற்றொரு, pudhu, puthu, pudhusa, innoru, inoru, innuru',
    'new, another, one more, fresh',
  ],
  [
    'want',
    'வேணும், வேண்டும், வேனும், வேண்டி, தேவை, வேணுமே, குடுங்க, கொடுங்க, தாங்க, குடுத்துடுங்க, வேணுங்க, வேண்டியிருக்கு, venum, vendum, venu, veenum, vaenum, venunga, venume, thevai, thaanga, thanga, kudunga, kodunga, tharuveengala, kudutha, venumnga, venumga, vennum',
    'want, need, like, wanna, give, get, require, looking, wants, needs, gimme, wnt, ned, please give, neeed, interested',
  ],
  [
    'see-doctor',
    'பாக்கணும், பாக்கனும், பார்க்கணும், பார்க்க வேண்டும், பார்க்கனும், காட்டணும், காட்டனும், பாக்கலாமா, பார்க்கலாமா, பாக்க முடியுமா, பார்க்க முடியுமா, சந்திக்க, சந்திக்கணும், காட்ட, காமிக்கணும், பாக்க, பார்க்க, பரிசோதனை, பரிசோதிக்க, kaatanum, kaattanum, paakanum, paakanam, pakkanum, paakalama, pakalama, parkanum, paarkanum, paarkalama, kaamikanum, kamikanum, sandhikanum, paakka, paaka, paarka, kaata, paakonum, paakanumnu, kaatalama, katanum doctor',
    'see, meet, show to, seeing',
  ],
  [
    'review',
    'மறு பரிசோதனை, திரும்ப காட்டணும், ரிவியூ, thirumba kaatanum, rivyu',
    'follow up, follow-up, followup, 2nd visit, second visit, re visit',
  ],
  [
    'exist',
    'இருக்கா, இருக்காங்களா, இருக்குமா, உள்ளதா, கிடைக்குமா, கெடைக்குமா, கிடைக்கும், காலியா, காலி, ஃப்ரீயா, ஃப்ரீ, ப்ரீயா, ப்ரீ, இருக்காரா, இருக்காரு, இருக்காளா, இருக்கிறாரா, இருப்பாரா, இருப்பாங்களா, இருக்காங்க, இருக்குதா, அவைலபிள், இருக்க, கிடைக்கிமா, கெடைக்கும், irukka, iruka, irukkaa, irukaa, irukuma, irukkuma, kidaikuma, kidaikkuma, kedaikuma, kedaikkuma, kidaikum, kidaikkum, kedaikum, kaali, kaaliya, kaliya, kaaliyaa, irukara, irukaara, irukkara, irukangala, irukkangala, irukaangala, irukkaangala, irukkaara, iruppara, irupara, irupaara, iruppaara, irupangala, irukkutha, irukudha, irukudhaa, irukkudha, irukkiraara, irukanga, irukkaru, kedakkuma, kidaikumaa, ullatha',
    'available, avail, avl, free, vacant, availability, avilable, availble, avaliable, empty, open slots, left, avlbl, avaialble, availabe, availablity, avaible, is there, are there, any chance, anything open, any open, slots open, slot open',
  ],
  [
    'cancel',
    'கேன்சல், கேன்ஸல், கான்சல், கேன்செல், ரத்து, ரத்து*, நீக்கு, நீக்கிடு*, ரத்து செய், cancelu, rathu, raththu, ratthu, rattu',
    'cancel, cancell, cancelled, canceled, cancle, cansel, cancal, canel, cncl, cancellation, cancelation, cancelling, canceling, drop my, delete, call off, kancel, canacel, cansal, cansell, caancel, remove my, scrap, cancl, cancelld, cancek, cancal',
  ],
  [
    'cannot-come',
    'வர முடியாது, வர முடியல, வரமுடியாது, வரமுடியல, வர முடியலை, வரமுடியலை, வரல, வரலை, வரமாட்டேன், வர மாட்டேன், வர இயலாது, வர முடியலங்க, வர முடியாதுங்க, போக முடியாது, வரமாட்டோம், வர மாட்டோம், வரமுடியாதுங்க, vara mudiyathu, vara mudiyala, vara mudiyadhu, varala, varalai, vara mudiyaathu, vara mudila, vara mudiyathunga, varamudiyathu, varamudiyala, varamudiyadhu, vara maaten, varamaaten, varamatten, vara maatten, vara matten, varamaten, vara mudiyalai, vara mudiyaadhu, vara maatom, vara matom, vara mudiyatu',
    "can't come, cant come, cannot come, can not come, can't make it, cant make it, cannot make it, unable to come, won't come, wont come, not coming, can't attend, cant attend, not able to come, cannot attend, unable to make it, won't be able to come, wont be able to come, won't be coming, not able to make it, unable to attend, can't come in, won't make it, wont make it, won't be able to make it, wont be able to make it",
  ],
  [
    'change',
    'மாத்த*, மாற்ற*, மாத்தி*, மாத்து*, மாத்தணும், மாற்றி*, மாற்று*, சேஞ்ச், சேன்ஞ், மாத்தலாமா, maath*, maatth*, maatr*, maathanum, maatha, maathunga, mathanum, mathunga, mathalama, matha mudiyuma, maththanum, mathikalama, maathikalama, maatranum, matranum, mathi kudunga',
    'change, chnage, chnge, move, shift, moving, changing, modify, edit, moved, swap, update my, chang, chaneg, changed',
  ],
  [
    'reschedule',
    'ஒத்திவை*, தள்ளிப் போட*, தள்ளிப்போட*, தள்ளி போட*, தள்ளி வை*, தள்ளிவை*, ரீஷெட்யூல், ரீஸ்கெட்யூல், போஸ்ட்போன், தள்ளி வைக்க, தள்ளி போடுங்க, தள்ளிப் போடணும், thalli podunga, thalli poda, thalli podanum, thalli podalama, thalli vaikanum, thalli vainga, thallipodunga, othivaikka, othi vaikka, thalli vekka, thalli vechukalama, thali podunga',
    'reschedule, resedule, rescedule, reshedule, reschdule, rescheduled, rescheduling, postpone, postponed, prepone, pospone, postpne, re-schedule, re schedule, reschedul, resechedule, rescheduel, push my, prepon, preponed, post pone, bring forward',
  ],
  [
    'other-day',
    'வேற நாள், வேறு நாள், வேற நாளைக்கு, வேற தேதி, வேறு தேதி, வேற நாளுக்கு, வேறு நாளைக்கு, வேறு நாளுக்கு, வேற ஒரு நாள், இன்னொரு நாள், மற்றொரு நாள், வேற கிழமை, வேற தேதிக்கு, vera naal, veru naal, vera day, vera date, vera naaluku, vera nalu ku, vera nal, vera naalaiku, vera oru naal, innoru naal, inoru naal, vera thethi, vera dhethi, vere naal, vere date, vere day',
    'another day, other day, other days, different day, another date, some other day, any other day, different date, other date, other dates, any other date, some other date, alternate day, alternate date, show other days, show other dates',
  ],
  [
    'other-time',
    'வேற நேரம், வேற டைம், வேறு நேரம், வேற டைமுக்கு, வேற நேரத்துக்கு, வேற ஒரு நேரம், வேற மணிக்கு, இன்னொரு நேரம், வேற ஸ்லாட், வேறு ஸ்லாட், vera neram, vera time, vera timeku, vera slot, vere time, vere neram, vere slot, veru neram, vera timing, innoru time, vera oru time',
    'another time, different time, other time, other times, another slot, different slot, some other time, any other time, any other slot, other slots, other slot, some other slot, alternate time, alternate slot, another timing, different timing, other timings, any other timing',
  ],
  [
    'waitlist',
    'காத்திருப்பு, வெயிட்டிங் லிஸ்ட், வெயிட்டிங் லிஸ்ட்ல, காத்திருப்பு பட்டியல், kaathiruppu, kathirupu',
    'waiting list, waitlist, wait list, waitinglist, notify me, wait listed, let me know if, inform me if, tell me if, waiting listla, inform if',
  ],
  [
    'become',
    'ஆனா, ஆனால், ஆச்சுன்னா, ஆனதும், aana, aanaa, aachuna, aachina, aanathum, aachuna, agum bodhu',
    'if any, if someone, if anyone, when someone, when a slot, if it becomes, if a slot, if slot, becomes, opens up, frees up, gets free, if any slot, if something',
  ],
  [
    'tell',
    'சொல்லுங்க, சொல்லு, சொல்லவும், தெரிவிக்க, சொல்லுங்கள், தெரியப்படுத்து*, சொல்லுவீங்களா, சொல்ல முடியுமா, sollunga, solunga, sollu, sollungal, solluveengala, sollavum, sollungo, sollunge, inform pannunga, solla',
    'tell, inform, notify, let me know, lmk, ping',
  ],
  [
    'late',
    'லேட், லேட்டா, லேட்டு, தாமதம், தாமதமா, தாமதமாக, லேட்டாகும், லேட்டாகிடும், late ah, lateah, latea, lateu, thamadham, thaamadham, thamatham, thaamatham',
    'late, running late, delayed, delay, stuck in traffic, ltae, bit late',
  ],
  [
    'paid',
    'கட்டிட்டேன், கட்டியாச்சு, பணம் கட்டிட்டேன், பண்ணிட்டேன் பணம், செலுத்தினேன், செலுத்திட்டேன், போட்டுட்டேன், அனுப்பிட்டேன், பணம் போயிடுச்சு, பணம் கட்டியாச்சு, kattiten, kattitten, katiten, kattiyachu, kattitaen, potten, anupiten, anuppiten, katitten, panam poiduchu, panam katiten, gpay panniten, pay panniten, selutthinen, கட்டிட்டோம், கட்டிவிட்டேன், கட்டிட்டேங்க, செலுத்தியாச்சு, செலுத்திவிட்டேன், பணம் அனுப்பிட்டேன், பணம் அனுப்பியாச்சு, பணம் போச்சு, பணம் எடுத்துட்டாங்க, காசு கட்டிட்டேன், காசு போட்டேன், கட்டினேன், katiyachu, kattiyaachu, kattinen, katinen, selutthiten, seluthiten, seluthiyachu, panam anupiten, panam anupichiten, kaasu anupiten, panam pochu, panam poyiduchu, amount poiduchu, amount poyiduchu',
    'paid, payed, debited, deducted, payment done, i have paid, transferred, made payment, made the payment, money debited, amount debited, debit, amount debit, sent the money, money sent, amount sent, sent the amount, sent payment, transferd, amount paid',
  ],
  [
    'pay',
    'கட்டணும், பணம் கட்ட, செலுத்த, பேமெண்ட், பேமென்ட், ஜிபே, கட்டலாமா, பே பண்ண*, ஜீபே, katanum, kattanum, panam katta, panam kata, panam katanum, panam kattanum, kattalama, katalama, panam kattalama, seluthanum, கட்டலை, கட்டல, கட்டறேன், கட்டுறேன், கட்டவா, கட்டவேண்டும், கட்டிக்கிறேன், கட்டிக்கறேன், ட்ரான்ஸாக்ஷன், kattikiren, kattikaren, kattala, katala, katturen, kattren, katren, pay pananum',
    'pay, payment, payments, gpay, g pay, phonepe, paytm, upi, payement, paymnt, pymt, pay link, payment link, paymet, paying, transaction, trasaction, txn, checkout',
  ],
  [
    'receipt',
    'ரசீது, ரசீத, ரசீதை, ரசிது, பில், பில்லு, பில்லை, பில்ல, இன்வாய்ஸ், raseedhu, raseethu, rasidhu, rasithu, rasidu, billu',
    'receipt, reciept, recipt, receit, receipts, invoice, invoise, bill, bill copy, tax invoice, gst bill, payment proof',
  ],
  [
    'pack',
    'பேக்கேஜ், பேக்கேஜ்ல, பேக்கேஜில், பேக்ல, பாக்கி, பாக்கியிருக்கு, பேலன்ஸ், பேலன்ஸு, மெம்பர்ஷிப், baakki, bakki, baaki, packla, packagela, balance evlo, balance evalavu',
    'pack, packs, package, packages, pack balance, balance, my membership, visits left, hours left, remaining visits, remaining hours',
  ],
  ['pay-link', 'லிங்க், லிங்க, லிங்க்கு, லிங்கு, linku, linka', 'link, links, lnk'],
  [
    'pay-later',
    'பிறகு கட்ட*, அப்புறம் கட்ட*, அப்புறமா கட்ட*, அப்பறம் கட்ட*, பின்னாடி கட்ட*, பிறகு பணம், apparam kat*, appuram kat*, apram kat*, piragu kat*, appuram pay, apparam pay, apram pay',
    'pay later, pay afterwards, pay it later, later pay',
  ],
  [
    'cash',
    'கேஷ், கேஷா, ரொக்கம், ரொக்கமா, நேர்ல கட்ட*, நேரில் கட்ட*, நேர்ல வந்து, நேரில் வந்து, வந்து கட்ட*, அங்க கட்ட*, அங்கே கட்ட*, casha, cashaa, rokkam, nerla kat*, neril kat*, nerula kat*, nerla vandhu, neril vandhu, vandhu kat*, anga kat*, anga vandhu, nerla pay, neril pay',
    'cash, in cash, pay at venue, pay at the venue, pay there, pay at counter, pay at the counter, pay at reception, pay at the reception, pay in person, pay when i come, pay when we come, pay at court, pay at the court, pay at clinic, pay at the clinic, pay at desk, pay directly, pay on arrival, pay on the spot, cod',
  ],
  [
    'refund',
    'காசு திரும்ப, பணம் திரும்ப, ரீஃபண்ட், ரீபண்ட், ரிஃபண்ட், திருப்பி கொடு*, பணத்தை திருப்பி, திரும்ப பணம், திரும்ப காசு, பணத்த திருப்பி, kaasu thirumba, panam thirumba, kasu thirumba, thirumba panam, thiruppi kudunga, panam thirupi, kaasu thirupi, panatha thirupi, kaasu thiruppi, panam thiruppi',
    'refund, refunds, refnd, refunded, money back, money return, return my money, re fund, reimburse',
  ],
  [
    'do',
    'பண்ண*, பண்ணு*, பண்ணி*, செய்*, pannu, pannunga, pannanum, pannidunga, pannuga, panna, pannalama, panunga, pannanu, pannanumnu, pannikalama, panni, panreengala, pannuveengala, pannungo, pannunge, panidunga, pannitu, pannirunga, panidunge, seyya, seiyanum, seyyanum, seinga, pannu, pannudunga, panu, panuga, pananum, pannanam, pannuvingala, pannitunga',
    'do, make, doing, go ahead',
  ],
] as const;
