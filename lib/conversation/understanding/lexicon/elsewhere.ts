/** What people write about that no club or clinic books: a message about these is not about us. */
export const elsewhereRows = [
  [
    'elsewhere',
    'sapadu, saptacha, saptingala, சாப்டியா, சாப்பிட்டீங்களா, கல்யாணம், கல்யாணத்துக்கு, kalyanam, kalyanathuku, நீ, நீயா, உனக்கு, உன்ன, போற, போயிட்டேன், தூக்கம், தூங்க*, கோவில், ஸ்கூல், காலேஜ், பரீட்சை, எக்ஸாம், nee, neeya, unaku, unakku, pora, poitana, poitiya, poiten, thookam, thoongu*, kovil, school poi*, traffic, photo anupu, படம், படத்துக்கு, பாட்டு, சினிமா, தியேட்டர், மழை, வெயில், கிரிக்கெட், மேட்ச், ஸ்கோர், தேர்தல், பெட்ரோல், டீசல், தங்கம், வெள்ளி விலை, தக்காளி, வெங்காயம், சிலிண்டர், கேஸ், ரயில், ட்ரெயின், பஸ், டிக்கெட், பிரியாணி, சாப்பாடு, சமையல், கரண்ட், சீரியல், ஜோக், கதை, கோர்ட் கேஸ், உயர் நீதிமன்றம், padam, padathuku, paatu podu, cinema, theatre, mazhai, malai peyyuthu, veyil, thangam, thakkali, vengayam, saapadu, samayal, current pochu, serial, kadhai',
    'wrong chat, wrong person, wrong group, how was, reach home, reached home, going home, pray, temple, exam, exams, homework, actor, actress, college, traffic, dog, cat, movie, movies, film, cinema, theater, song, songs, cricket, football, match, matches, score, scores, ipl, election, elections, petrol, diesel, gold, silver, tomato, onion, cylinder, gas, train, trains, bus, flight, flights, ticket, tickets, cab, taxi, hotel, pizza, biryani, biriyani, weather, raining, rain, joke, politics, bitcoin, crypto, loan, lottery, recharge, wifi, homework, history, capital of, supreme court, high court, food court, court case, court verdict, reading a book, a book about, this book, story book, text book, comic book, phone book, wrong number, bank account, work from home, good luck',
  ],
  [
    'wishes',
    'வாழ்த்துக்கள், வாழ்த்துகள், நல்வாழ்த்துக்கள், நல்வாழ்த்துகள், வாழ்த்து, vazhthukkal, vazhthukal, valthukkal, valthukal, vaazhthukkal',
    'happy, merry, wishes, best wishes, congrats, congratulations, season greetings',
  ],
] as const;
