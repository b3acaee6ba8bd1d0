/** What can be booked, and the nouns around it. */
export const thingRows = [
  [
    'court',
    'கோர்ட், கோர்ட்டு, கோர்ட்ட, கோர்ட்டை, கோர்ட்டா, கோர்டு, கோர்ட்ல, கோட், ஷட்டில், ஷட்டில்காக், ஷட்டிலு, ஷெட்டில், பேட்மிண்டன், பேட்மின்டன், பேட்மிட்டன், பாட்மிண்டன், இறகுப்பந்து, இறகுபந்து, பூப்பந்து, மைதானம், டர்ஃப், ராக்கெட், பேட், விளையாட, விளையாடணும், விளையாட்டு, கிரவுண்டு, கிரவுண்ட், courtu, courta, kort, korttu, vilayada, vilaiyada, vilayadanum, vilaiyadanum, vilayaada, vilaiyaada, maidhanam, maithanam, sheetil, cortu, kortu, vilaiyaadanum, poopandhu, iragupandhu',
    'court, courts, cort, corts, coart, curt, cout, shuttle, shutle, shuttel, shuttlecock, badminton, badmiton, badmintan, batminton, badmintn, badmington, badmintion, turf, ground, racket, racquet, play, playing, game, smash, corts, badmnton, crt',
  ],
  [
    'doctor',
    'டாக்டர், டாக்டர, டாக்டரை, டாக்டருக்கு, டாக்டர்கிட்ட, டாக்டரு, டாக்டரிடம், மருத்துவர், மருத்துவரை, மருத்துவரைப், வைத்தியர், டாக்ட்டர், டாக்டரம்மா, கிளினிக், க்ளினிக், கிளினிக்கு, க்ளீனிக், ஹாஸ்பிடல், ஆஸ்பத்திரி, மருத்துவமனை, டாக்டரை, doctora, doctorah, doctorkitta, maruthuvar, vaithiyar, aaspathiri, aspathri, aspatri, vaidhyar',
    'doctor, doctors, docter, docters, doctr, dr, drs, doc, docter, dactor, daktar, doctar, clinic, hospital, physician, pediatrician, paediatrician, dermatologist, specialist, consultation, consult, consulting, consultaion, checkup, check up, check-up, checkups, gp, medical',
  ],
  [
    'appointment',
    'அப்பாயிண்ட்மென்ட், அப்பாயின்ட்மென்ட், அப்பாயின்மென்ட், அப்பாயின்மெண்ட், அப்பாயிண்ட்மெண்ட், அப்பாய்ண்ட்மென்ட், அப்பாயிண்மென்ட், அப்பாய்ன்மென்ட், அப்பாயின்ட்மெண்ட், அப்பாயிண்ட்மெண்ட்ட, அப்பாயின்மெண்ட, அப்பாயிண்ட்மென்ட, டோக்கன், டோக்கனை, டோக்கன, டோக்கன் போட, appointmenta, appoinmenta, appointmentai, tokena, tokenai',
    'appointment, appointments, appoinment, appointmnt, appoinmnt, apointment, apoinment, appointmet, apptmt, appt, appmt, appointement, apoointment, appoitment, appoinments, apptment, token, tokens, tokan, apnt, aponitment, visit',
  ],
  [
    'booking',
    'புக்கிங், புக்கிங்கை, புக்கிங்க, புக்கிங், முன்பதிவு, முன்பதிவை, முன்பதிவ, முன்பதிவுகள், பதிவு, புக்கிங்ஸ், புக்கிங்கு, ரிசர்வேஷன், bookinga, bookingai, munpathivu, munpadhivu, mun pathivu, munbathivu, bookinge',
    'booking, bookings, bookng, bokking, boking, reservation, reservations, reservtion',
  ],
  [
    'slot',
    'ஸ்லாட், ஸ்லாட்டு, ஸ்லாட்ட, ஸ்லாட்டை, slota, slotu, slotai',
    'slot, slots, slott, solt, session, sessions',
  ],
  ['number-word', 'நம்பர், நம்பரு, எண், number u', 'number, no, num, nmbr, #'],
  [
    'people',
    'பேர், பேரு, பேருக்கு, நபர், நபர்கள், ஆளு, ஆட்கள், peru, peruku, per, perukku, nabar',
    'people, persons, person, members, players, player, pax, ppl, adults, heads, member, seats, guys, folks, friends and',
  ],
  [
    'age',
    'வயசு, வயது, வயசுல, வருஷம், வருடம், vayasu, vayathu, vayadhu, varusham',
    'years, yrs, year, yr, yo, age, aged, years old, yrs old, year old',
  ],
  ['times-word', 'தடவை, முறை, thadava, thadavai, murai', 'times, twice'],
  [
    'money',
    'ரூபாய், ரூபா, ரூ, காசு, பணம், பணத்தை, பணத்த, ruba, rubaai, roobai, rubai, rooba, kaasu, panam, panatha, casu, kasu',
    'rupees, rs, rupee, inr, ₹, money, amount, rupess',
  ],
  [
    'symptom',
    'வலி, வலிக்குது, வலிக்கு, காய்ச்சல், ஜுரம், இருமல், சளி, தலைவலி, வயிறு, அரிப்பு, தோல், உடம்பு, உடம்புக்கு, புண், அலர்ஜி, வாந்தி, சுளுக்கு, முதுகு, பல், காய்ச்சலா, ஊசி, தலை சுத்துது, தலை சுற்றுது, thalai suthuthu, thala suthuthu, பிபி, சுகர், ரத்த பரிசோதனை, ரத்த டெஸ்ட், தடுப்பூசி, கால் வலி, கால் வலிக்குது, கை வலி, உடம்பு சரியில்ல, உடம்பு சரியில்லை, வயித்து வலி, வயிற்று வலி, காய்ச்சல, வீக்கம், கொப்புளம், பரு, vali, valikuthu, valikudhu, kaichal, kaaichal, kachal, juram, irumal, sali, thalaivali, thala vali, thalavali, vayiru, vayithu, arippu, udambu, odambu, udambuku, odambuku, pun, vaandhi, vanthi, kaal vali, kal vali, kaal valikuthu, kai vali, muthugu, mudhugu, oosi, oosi podanum, thadupoosi, vaithu vali, vayitru vali, vayiru vali, udambu sari illa, odambu sari illa, udambu sariyilla, kaal valikudhu, kaal la adi, veekam, kaichala',
    'bp, sugar, sugar check, bp check, blood test, x ray, xray, scan, eczema, diabetes, asthma, wound, dandruff, hair fall, fever, cough, cold, pain, ache, headache, rash, itching, skin, allergy, vomiting, sick, ill, unwell, not well, not feeling well, stomach pain, stomach ache, back pain, leg pain, knee pain, vaccine, vaccination, injection, acne, pimple, pimples, sprain, fevr, feaver, toothache, diarrhea, sore throat, hurting, hurts',
  ],
  [
    'any-of',
    'ஏதாவது, எதாவது, எந்த, எதுவா, ஏதோ, யாராவது ஒரு, ஏதேனும், எதுனாலும், எது வேணாலும், எந்த டாக்டரா, யார் வேணாலும், எதாச்சும், ஏதாச்சும், ethavathu, edhavadhu, edhavathu, edhachum, ethachum, ethachu, edhavdhu, entha, endha, ethuna, ethunalum, edhunalum, edhu venalum, ethu venalum, yar venalum, yaar venalum, edhu irundhalum, yaaravadhu oru, yaravathu oru',
    'any, anyone, whichever, anybody, whoever, either one, any one',
  ],
] as const;
