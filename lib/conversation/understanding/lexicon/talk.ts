/** Words about the conversation itself. */
export const talkRows = [
  [
    'staff',
    'மேனேஜர், மேனேஜர்கிட்ட, ஊழியர், பணியாளர், பணியாளருடன், ஆள், ஓனர், ரிசப்ஷன், ரிசெப்ஷன், ஸ்டாஃப், மனுஷன், யாராவது, யார்கிட்டயாவது, யாருகிட்டயாவது, மனிதர், ஆபீஸ், managera, panialar, paniyalar, oozhiyar, yaaravathu, yaravadhu, yaravathu, yaaravadhu, yarkittayavathu, yaarkittayavadhu, owner kitta, aal kitta, yaaravdhu, yaarachum, yarachum, manushan',
    'manager, staff, human, agent, executive, operator, receptionist, reception, representative, owner, customer care, customer support, support, real person, someone, somebody, live person, front desk, stafff, maneger, incharge, in charge, a person, support team',
  ],
  [
    'talk',
    'பேசணும், பேசனும், பேச, பேச வேண்டும், பேச முடியுமா, பேசலாமா, பேசுங்க, pesanum, pesa, pesalama, pesunga, pesonum, peasanum, pesa mudiyuma, pesanam',
    'talk, speak, chat with, connect, contact, connect me, speaking, talking, tok',
  ],
  [
    'call-me',
    'கால் பண்ணுங்க, போன் பண்ணுங்க, ஃபோன் பண்ணுங்க, கூப்பிடுங்க, கால் பண்ண, போன் நம்பர், ஃபோன் நம்பர், கால் பண்றீங்களா, கால் பண்ணுவீங்களா, call pannunga, phone pannunga, koopidunga, kupidunga, call panna mudiyuma, call pannuveengala, call me pannunga, phone number kudunga, phone panna, call panreengala, call pannanum, phone number enna',
    'call me, call back, callback, phone me, ring me, give me a call, phone number, contact number, call us, mobile number, helpline number, a call',
  ],
  [
    'help',
    'உதவி, உதவ, ஹெல்ப், எப்படி, எப்படி பண்றது, எப்டி, udhavi, uthavi, epdi, eppadi, help pannunga, udavi, epdi panrathu, eppadi panradhu',
    'help, hlp, how to, how do i, how can i, how does this work, guide, options, instructions, what can you do, what can i do, enna panna mudiyum, enna pannalam, assist, helpp, assistance, how it works',
  ],
  [
    'menu',
    'மெனு, முகப்பு, மெயின் மெனு, திரும்ப முதல்ல இருந்து, முதல்ல இருந்து, thirumba modhalla irundhu, modhalla irundhu, mudhalla irundhu, முதன்மை பட்டியல், menuu, mugappu, முதல்ல இருந்து ஆரம்பிக்கலாம், முதலில் இருந்து, ஆரம்பத்துல இருந்து, muthalla irundhu, mudhalla irunthu, aarambathula irundhu',
    'menu, main menu, home, start over, main, restart, mainmenu, menue, meno, beginning menu, show menu, startover, start again, begin again, from the beginning, start from beginning, start from the beginning',
  ],
  [
    'back',
    'பின்னால், பின் செல், திரும்பி போ, திரும்ப போ, பேக், முந்தைய, திரும்ப, pinnadi po, thirumbi po, munthaiya',
    'back, go back, previous, bak, undo, previous step',
  ],
  [
    'stop',
    'நிறுத்து, நிறுத்துங்க, நிறுத்தவும், ஸ்டாப், நிறுத்த, நிறுத்துங்கள், niruthu, niruthunga, niruthungal, nirutthu, nirutthunga, niruthidunga',
    'stop, unsubscribe, unsub, opt out, optout, stop it, block me, dont message, stopp',
  ],
  [
    'dont-send',
    'அனுப்பாதீங்க, அனுப்பாதே, அனுப்ப வேண்டாம், அனுப்ப வேணாம், அனுப்பவேண்டாம், அனுப்பாதிங்க, அனுப்பாதீர்கள், anuppadheenga, anupadheenga, anupathinga, anuppathinga, anuppa vendam, anupa vendam, anuppa venam, anupadinga, anuppadhinga, anupatheenga, anuppatheenga, anupa venam',
    "don't send, dont send, do not send, stop sending, no more messages, stop messaging, don't message, dont message, do not message, stop messages, stop texting, stop messaging me, remove me, no messages, dont text, don't text, leave me alone, stop spamming, stop spam, stop all messages, do not contact, don't contact me, dont contact me, don't msg, dont msg, do not msg, dont send msg, stop msging, stop msg, no more msgs, dont spam, don't spam, no offers, no more offers, no ads, no promotions",
  ],
  [
    'resume',
    'ஸ்டார்ட், தொடங்கு, தொடங்குங்க, மீண்டும் தொடங்கு, மீண்டும் தொடங்குங்க, மீண்டும் அனுப்பு, மீண்டும் அனுப்புங்க, மறுபடியும் அனுப்புங்க, மறுபடி அனுப்புங்க, திரும்ப அனுப்புங்க, thodangu, thodangunga, meendum anuppunga, marubadiyum anuppunga, marubadi anuppunga, thirumba anuppunga',
    'start, subscribe, unstop, opt in, resume, send again, send me again',
  ],
  [
    'dont-remind',
    'நினைவூட்டாதீங்க, நினைவுபடுத்தாதீங்க, ninaivoottadheenga, ninaivupaduthadheenga, remind pannadheenga, remind panna vendam, remind panna venam',
    "don't remind, dont remind, do not remind, don't remind me, dont remind me, do not remind me, stop reminding, stop reminding me, no reminders, no more reminders, no reminder",
  ],
  [
    'reminder-word',
    'நினைவூட்டல், நினைவூட்டல்கள், நினைவூட்டலை, ரிமைண்டர், ரிமைன்டர், ninaivoottal, ninaivootal, ninaivuttal',
    'reminder, reminders, remainder message, remainder messages',
  ],
  [
    'offer-word',
    'சலுகை, சலுகைகள், ஆஃபர், ஆபர், விளம்பரம், விளம்பரங்கள், salugai, salugaigal, vilambaram, vilambarangal',
    'offers, no offers, no more offers, no ads, no promotions, promotions, promotion, promos, ads, marketing, advertisements, offer message, offer messages',
  ],
  [
    'message-word',
    'மெசேஜ், மெசேஜ, செய்தி, மெஸேஜ், seithi',
    'message, messages, msg, msgs, texts, notifications, updates',
  ],
  [
    'does-not-know',
    'தெரியாது, புரியல, புரியலை, தெரியல, புரியாது, theriyathu, theriyadhu, theriyala, puriyala, puriyathu',
    'understand, know',
  ],
  [
    'tamil',
    'தமிழ், தமிழ்ல, தமிழில், தமிழுக்கு, தமிழிலே, thamizh, thamil, tamizh, tamizhla, thamizhla, tamila, tamilla, thamizhil',
    'tamil, taml',
  ],
  [
    'english',
    'ஆங்கிலம், ஆங்கிலத்தில், இங்கிலீஷ், இங்கிலிஷ், இங்கிலீஷ்ல, ஆங்கிலத்துல, இங்கிலீஸ், aangilam, angilam, aangilathil, englishla, englishle, inglish',
    'english, eng, englis, inglish, engilsh',
  ],
  [
    'language-word',
    'மொழி, மொழிய, மொழியை, பாஷை, பாஷ, mozhi, moli, baashai, basha',
    'language, languages, langauge, lang, languag',
  ],
  [
    'greeting',
    'வணக்கம், வணக்கங்க, ஹலோ, ஹாய், காலை வணக்கம், மாலை வணக்கம், இரவு வணக்கம், மதிய வணக்கம், நல்லா இருக்கீங்களா, எப்படி இருக்கீங்க, எப்டி இருக்கீங்க, epdi irukeenga, epdi irukkeenga, eppadi irukeenga, epdi irukinga, epdi iruka, nalla irukeengala, vanakkam, vanakam, vanakkamnga, vanakanga, kaalai vanakkam, maalai vanakkam, kalai vanakkam, malai vanakkam, wanakkam, vanakom',
    'hi, hello, hey, hai, hii, hiii, hiiii, helo, hallo, heyy, good morning, good evening, good afternoon, gm, gud morning, gud mrng, gud evening, good mrng, good day, namaste, hlo, helloo, hy, greetings, good eve, good evng, gd mrng, gud eve, gudmorning, hola, salaam, how are you, how r u, hows you, whats up, wassup',
  ],
  [
    'good-night',
    '',
    'see you, see u, see ya, cu, good night, gn, goodnight, gud nite, gud night, bye, good nite',
  ],
  [
    'thanks',
    'நன்றி, நன்றிங்க, தேங்க்ஸ், தாங்க்ஸ், ரொம்ப நன்றி, மிக்க நன்றி, நன்றிகள், nandri, nanri, nandringa, romba nandri, romba thanks, nandrigal, mikka nandri',
    'thanks, thank you, thankyou, thx, tq, ty, thnx, thanx, thank u, thanku, tqvm, tnx, thnks, thank, thankss, tnq, thanks a lot, cheers',
  ],
  [
    'yes',
    'ஆம், ஆமா, ஆமாம், சரி, சரிங்க, ஆமாங்க, ஓகே, ஓகேங்க, பண்ணிடுங்க, சரி பண்ணுங்க, சரிதான், உறுதி, உறுதி செய், உறுதி செய்யுங்க, கண்டிப்பா, ஹான், கன்ஃபார்ம், கன்ஃபர்ம், கன்பார்ம், போட்ருங்க, aama, haan, aamaa, ama, amam, aamam, aamanga, amanga, sari, seri, saringa, seringa, sarida, seringo, amaam, urudhi, sarithan, serithan, kandippa, kandipa, okayva, okeynga, okinga, pannidalam, sari thaan, okva, poturunga, amaa, sareenga',
    'yes, ok, okay, okey, oky, okk, okie, okayy, yeah, yep, yup, ya, yess, yesss, yea, done, sure, confirm, confirmed, confrm, confirm it, confim, correct, right, fine, super, perfect, great, of course, definitely, absolutely, go ahead, proceed, agree, agreed, cool, alright, all right, that works, works for me, sounds good, cnfrm, yaa, conform, looks good, good, exactly, yes please, do it',
  ],
  ['weak-yes', 'ம்ம், ம், mm, ss, hmm, hm, mmm', 's, k, kk, y, yy'],
  [
    'no',
    'இல்லை, இல்ல, இல்லங்க, இல்லைங்க, வேண்டாம், வேணாம், வேணா, வேண்டா, வேணாங்க, வேண்டாங்க, வேண்டாமே, illa, ille, illai, vendam, venaam, venam, vena, vendaam, venanga, venaanga, vendanga, venda, illanga, illainga, vaenam, venama, veenam, vendammm, ilai, ila, இப்போ வேண்டாம், இப்ப வேண்டாம், இப்போ வேணாம், இப்ப வேணாம், இப்போதைக்கு வேண்டாம், இன்னைக்கு வேண்டாம், ippo vendam, ippo venam, ippa venam, ippothaiku vendam, ippothaiku venam',
    'no, nope, nah, not, never, dont, no thanks, nopes, noo, nooo, na, wrong, incorrect, not now, no need, not interested, never mind, nevermind, not right now, not at the moment',
  ],
  [
    'vocative',
    'சார், மேடம், ப்ரோ, பாஸ், தலைவா, நண்பா, அண்ணே, machi, nga, thala, da, dei, pa, ji, saar, nanba, mapla, thalaiva, ங்க, ungo, anne',
    "sir, madam, mam, bro, boss, maam, ma'am, please, pls, plz, plss, plese, pleas, kindly, plz, pl, thanks in advance, dear, the, is, are, i, you, your, we, us, it, its, of, be, was, will, would, could, can, cud, shall, should, have, has, had, am i, i am, im, i'm, that, there, any, some, so, just, also, too, then, as, with, if, but, only, tell me, u, r, ur, d, id, i'd, i'll, iam, got, hav, does, did, am, cn, cud, wud, shud, shld, wld, gt, hv, tht",
  ],
  [
    'filler',
    'கொஞ்சம், முடியல, முடியலை, முடியாது, mudiyathu, mudiyadhu, mudiyala, mudiyalai, ப்ளீஸ், பிளீஸ், முடியுமா, தயவு, தயவுசெய்து, அப்போ, நான், நாங்க, நீங்க, அது, இது, அந்த, ஒருவாட்டி, மட்டும், தான், கூட, ரொம்ப, எல்லாம், பண்ணலாமா, பாத்து, பார்த்து, வந்து, வரேன், வருவேன், வருவோம், இருக்கு, இருக்கும், ஆகும், konjam, konjum, koncham, mudiyuma, mudiyumaa, thayavu, naan, naanga, neenga, nan, adhu, idhu, athu, ithu, andha, antha, mattum, thaan, dhaan, kooda, romba, ellam, paathu, paatu, parthu, varen, varuven, varom, varuvom, iruku, irukku, irukum, aagum, agum, appo, appove, nu, na, aagala, vandhu, unga, ungal, ungaloda, yaaru, yaar, yaru, ethana, ethanai, anupunga, anuppunga, sapadu, saptacha, saptingala, inga, anga, ini, இனி, எத்தனை, எத்தன, யார், யாரு, இங்க, அங்க, அனுப்புங்க, அனுப்பு, அனுப்புவீங்களா, anuppu, anupu, உங்க, உங்கள், உங்களோட, ku, la, oda, enru, endru, என்று, னு, nanga, நாங்க, ஆரம்பிக்கலாம், ஆரம்பிங்க, aarambikalam, arambikalam, aarambikkalam',
    'again, once, really, very, much, many, all, more, less, still, yet, already, ok with, possible, posible, posibl, maybe, sometime, actually',
  ],
] as const;
