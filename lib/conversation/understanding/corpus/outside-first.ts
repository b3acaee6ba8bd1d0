/**
 * Utterances written from what the `understand` command promises and the reference lexicon, without sight of the
 * rules, as people in Tamil Nadu type on their phones; with several clocks, and a tenth of it talk about other things.
 * First try on 2026-11-23, in the fields its author was sure of: 441 of 478 (92.3 %). The other fields were added
 * and checked by hand afterwards.
 */
export const outsideFirst = `
@ 2026-11-22T10:00:00+05:30
# book ta
நாளைக்கு சாயங்காலம் அஞ்சு மணிக்கு ஷட்டில் கோர்ட் வேணும் | book court d=23 t=17:00 p=evening
இன்னைக்கு ராத்திரி எட்டு மணிக்கு கோர்ட் கிடைக்குமா | book court d=22 t=20:00 p=night
வர்ற சனிக்கிழமை காலைல ஏழு மணிக்கு கோர்ட் போடுங்க | book court d=28 t=07:00 p=morning
டாக்டர் பிரியாவிடம் நாளை அப்பாயின்ட்மென்ட் வேண்டும் | book doctor d=23
எங்க அம்மாவுக்கு டாக்டரைப் பார்க்கணும் | book doctor for=mother
அப்பாவுக்கு நாளைக்கு காலைல டாக்டர் அப்பாயிண்ட்மெண்ட் போடணும் | book doctor d=23 p=morning for=father
பையனுக்கு காய்ச்சல், இன்னைக்கு டாக்டர் பாக்கணும் | book doctor d=22 for=son
என் மகளுக்கு செவ்வாய்க்கிழமை மாலை மருத்துவரைப் பார்க்க வேண்டும் | book doctor d=24 p=evening for=daughter
மனைவிக்கு மீனா டாக்டர்கிட்ட வெள்ளிக்கிழமை டைம் கிடைக்குமா | book doctor d=27 for=wife
என் கணவருக்கு தோல் டாக்டர் அப்பாயிண்ட்மெண்ட் | book doctor for=husband
எனக்கு நாளை மறுநாள் டாக்டர் பார்க்கணும் | book doctor d=24 for=self
தாத்தாவுக்கு டாக்டர் பார்க்கணும் புதன்கிழமை | book doctor d=25 for=other
ஒரு கோர்ட் ரெண்டு மணி நேரத்துக்கு வேணும் நாளைக்கு | book court d=23 m=120
ஒன்றரை மணி நேரம் கோர்ட் வேண்டும் | book court m=90
நாளை மாலை ஆறரை மணிக்கு கோர்ட் முன்பதிவு செய்ய வேண்டும் | book court d=23 t=18:30 p=evening
நாளை மாலை ஐந்தேகாலுக்கு வரலாமா | book d=23 t=17:15 p=evening
வியாழக்கிழமை காலை ஒன்பதே முக்கால் மணிக்கு டாக்டர் | book doctor d=26 t=09:45 p=morning
டிசம்பர் மூணாம் தேதி காலை பத்து மணிக்கு கார்த்திக் டாக்டர் | book doctor d=12-03 t=10:00 p=morning
அஞ்சாம் தேதி சாயந்திரம் கோர்ட் வேணும் | book court d=12-05 p=evening
பத்தாம் தேதி கோர்ட் இருக்கா | book court d=12-10
28ஆம் தேதி காலை 8 மணி | book d=28 t=08:00 p=morning
நாளைக்கு 6 மணிக்கு மேல கோர்ட் இருக்கா | book court d=23 a=18:00
நாளைக்கு சாயங்காலம் 6 மணிக்கு மேல | book d=23 a=18:00 p=evening
வெள்ளிக்கிழமை மாலை ஏழு மணிக்கு முன்னாடி கோர்ட் கிடைக்குமா | book court d=27 b=19:00 p=evening
நாளை மாலை ஐந்து மணி முதல் ஏழு மணி வரை கோர்ட் வேண்டும் | book court d=23 t=17:00 p=evening m=120
காலை 7 லேர்ந்து 9 வரைக்கும் நாளைக்கு கோர்ட் போடுங்க | book court d=23 t=07:00 p=morning m=120
இப்போ கோர்ட் காலியா இருக்கா | book court d=22
நாளைக்கு டாக்டர் இருக்காரா | book doctor d=23
நாளைக்கு டோக்கன் கிடைக்குமா | book doctor d=23
திங்கக்கிழமை சாயந்தரம் விளையாட கோர்ட் வேணும் | book court d=23 p=evening
வர்ற புதன்கிழமை மதியம் ரெண்டு மணிக்கு கோர்ட் | book court d=25 t=14:00 p=noon
நாளன்னைக்கு காலைல 6 மணிக்கு ஷட்டில் ஆடணும் | book court d=24 t=06:00 p=morning
ரெண்டு நாள் கழிச்சு டாக்டர பாக்கணும் | book doctor d=24
மூன்று நாட்களுக்குப் பிறகு காலை கோர்ட் வேண்டும் | book court d=25 p=morning
நாளைக்கு 6 மணிக்கு கோர்ட் | book court d=23 ask
ஞாயிற்றுக்கிழமை ஏழு மணிக்கு கோர்ட் | book court ask
இன்று மாலை ஆறு மணிக்கு மைதானம் கிடைக்குமா | book court d=22 t=18:00 p=evening
நாளை கோர்ட் 3 மாலை 7 மணி | book court d=23 t=19:00 p=evening
நாளைக்கு நைட்டு ஒம்பது மணிக்கு ஒரு கோர்ட் புக் பண்ணுங்க | book court d=23 t=21:00 p=night
குழந்தைக்கு உடம்பு சரியில்ல, டாக்டர் அப்பாயிண்ட்மென்ட் வேணும் | book doctor for=other
கால் வலிக்கு டாக்டர் பாக்கணும் நாளைக்கு | book doctor d=23
எப்போ வேணா பரவால்ல நாளைக்கு கோர்ட் போடுங்க | book court d=23
அதிகாலை ஆறு மணிக்கு நாளைக்கு கோர்ட் | book court d=23 t=06:00 p=morning ask
சனிக்கிழமை மத்தியானம் மூணு மணிக்கு | book d=28 t=15:00 p=noon
நாளை மதியம் பன்னிரண்டு மணிக்கு டாக்டர் கார்த்திக் | book doctor d=23 t=12:00 p=noon
இன்னும் ரெண்டு மணி நேரத்துல கோர்ட் கிடைக்குமா | book court d=22 t=12:00
வாடகைக்கு கோர்ட் நாளைக்கு வேணும் சாயங்காலம் நாலு மணிக்கு | book court d=23 t=16:00 p=evening
புதிய முன்பதிவு | book
முன்பதிவு செய்யணும் | book
அப்பாயிண்ட்மெண்ட் வேணும் | book doctor
அடுத்த வெள்ளிக்கிழமை கோர்ட் வேணும் | book court ask
மே 5 கோர்ட் | book court d=2027-05-05 ask
# cancel ta
என் புக்கிங் கேன்சல் பண்ணுங்க | cancel
நாளைக்கு போட்ட கோர்ட் ரத்து பண்ணிடுங்க | cancel court fd=23
நாளை என்னால் வர முடியாது | cancel fd=23
முன்பதிவை ரத்து செய்யவும் | cancel
வெள்ளிக்கிழமை மாலை 6 மணி புக்கிங்கை ரத்து செய்யுங்க | cancel p=evening fd=27 ft=18:00
டாக்டர் அப்பாயிண்ட்மெண்ட் வேண்டாம், கேன்சல் | cancel doctor
நாளைக்கு வரல, கேன்சல் பண்ணிடுங்க | cancel fd=23
# reschedule ta
டைம் மாத்தணும் | reschedule
நேரத்தை மாற்ற முடியுமா | reschedule
நாளைக்கு இருக்குற புக்கிங்க வெள்ளிக்கிழமைக்கு மாத்துங்க | reschedule d=27 fd=23
அப்பாயிண்ட்மெண்ட்ட தள்ளிப் போடணும் | reschedule
வேற நாளுக்கு மாத்திக்கலாமா | reschedule
6 மணிக்கு பதிலா 7 மணிக்கு மாத்தணும் சாயங்காலம் | reschedule t=19:00 p=evening ft=18:00
# my_bookings ta
என் புக்கிங் என்ன இருக்கு | my-bookings
என்னோட முன்பதிவுகளைக் காட்டு | my-bookings
என் அப்பாயிண்ட்மெண்ட் எப்போ | my-bookings
என் டோக்கன் நம்பர் என்ன | my-bookings
# price ta
கோர்ட் வாடகை எவ்வளவு | price court
ஒரு மணி நேரத்துக்கு எவ்ளோ | price m=60
டாக்டர் ஃபீஸ் எவ்வளவு | price doctor
ஒரு நாளைக்கு எவ்வளவு ஆகும் | price
கட்டணம் என்ன | price
# location ta
எங்க இருக்கு உங்க கோர்ட் | location court
முகவரி அனுப்புங்க | location
லொகேஷன் அனுப்புங்க ப்ளீஸ் | location
கிளினிக் எங்கே இருக்கிறது | location doctor
எப்படி வரணும் உங்க இடத்துக்கு | location
# hours ta
எத்தனை மணிக்கு திறப்பீங்க | hours
எப்போ வரைக்கும் திறந்திருக்கும் | hours
ஞாயிற்றுக்கிழமை திறந்திருக்குமா | hours ask
டாக்டர் எத்தனை மணிக்கு வருவார் | hours doctor
# menu ta
மெனு | menu
முதல்ல இருந்து ஆரம்பிக்கலாம் | menu
# help ta
உதவி | help
எப்படி புக் பண்றது | help
# staff ta
யாராவது ஆள் கிட்ட பேசணும் | staff
மேனேஜர் நம்பர் கொடுங்க | staff
எனக்கு கால் பண்ணுங்க | staff for=self
# stop ta
நிறுத்து | stop
இனிமே மெசேஜ் அனுப்பாதீங்க | stop
# language ta
இங்கிலீஷ்ல பேசுங்க | language
தமிழில் சொல்லுங்க | language
ஆங்கிலம் | language
# greeting any
வணக்கம்ங்க | greeting
காலை வணக்கம் | greeting
ஹலோ | greeting
vanakam | greeting
hai anna | greeting
hi | greeting
good evening | greeting
hey there | greeting
hi வணக்கம் | greeting
# thanks any
ரொம்ப நன்றி | thanks
நன்றிங்க | thanks
romba nandri | thanks
tnx bro | thanks
thank u so much | thanks
thx | thanks
thanks ங்க | thanks
# yes ta
ஆமாங்க | yes
சரி ஓகே | yes
பண்ணிடுங்க | yes
# no ta
இல்லங்க | no
வேண்டாம் | no
# emergency ta
அப்பாவுக்கு நெஞ்சு வலிக்குது சீக்கிரம் | emergency doctor for=father
மூச்சு விட கஷ்டமா இருக்கு | emergency
மயங்கி விழுந்துட்டாங்க | emergency
பாம்பு கடிச்சிடுச்சு | emergency
விபத்து ஆயிடுச்சு ரத்தம் நிக்கல | emergency
# book tanglish
naliku evening 6 mani ku court book pannunga | book court d=23 t=18:00 p=evening
nalaiku kaalaila 7 maniku shuttle court kedaikuma | book court d=23 t=07:00 p=morning
innaiku nyt 8 ku court iruka bro | book court d=22 t=20:00 p=night
anna inniki sayangalam 5 mani court free ah | book court d=22 t=17:00 p=evening
varra sani kelamai kalaila 6 mani court podunga | book court d=28 t=06:00 p=morning
ammavukku doctor paakanum nalaiku | book doctor d=23 for=mother
appa ku karthik doctor appointment venum | book doctor for=father
en payyanuku fever doctor paakanum innaiku | book doctor d=22 for=son
ponnuku skin doctor appoinment vennum velli kizhamai | book doctor d=27 for=daughter
wife ku priya doctor kitta appointment podanum | book doctor for=wife
en husband ku doctor pakanum naalaniku kaalaila | book doctor d=24 p=morning for=husband
enaku doctor appointment nalaiku 10 manikku | book doctor d=23 t=10:00 for=self
thambiku doctor paakanum | book doctor for=other
rendu mani neram court venum nalaiku | book court d=23 m=120
1.5 hr court venum sat morning 7ku | book court d=28 t=07:00 p=morning m=90
onnarai mani neram shuttle | book court m=90
nalaki aararai maniku evening court | book court d=23 t=18:30 p=evening
budhan kizhama kaalai ettarai mani | book d=25 t=08:30 p=morning
viyazhan evening anjekaal | book d=26 t=17:15 p=evening
dec 3 kaalaila 10 mani ku doctor | book doctor d=12-03 t=10:00 p=morning
5 am thethi sayandhram court venum | book court d=12-05 p=evening
15th ku court irukka | book court d=12-15
pathu maniku varatuma nalaiku | book d=23 t=10:00
nalaiku 6 ku mela court irukka evening | book court d=23 a=18:00 p=evening
velli evening 7 ku munadi court | book court d=27 b=19:00 p=evening
nalaiku evening 5 la irundhu 7 varaikum court | book court d=23 t=17:00 p=evening m=120
sunday kaalaila 6 to 8 court | book court d=29 t=06:00 p=morning m=120
ippo court free ah iruka | book court d=22
slot irukka | book
nalaiku court kaali ya | book court d=23
monday doctor irupara | book doctor d=23
naalaiku token podanum | book doctor d=23
nalaiku 7 maniku court | book court d=23 ask
nalaiku 6 mani | book d=23 ask
nalaiku madhiyam 3 mani court | book court d=23 t=15:00 p=noon
adutha naal illa naalaike venum court | book court ask
2 naal kalichu court venum | book court d=24
court 2 nalaiku 8 pm | book court d=23 t=20:00
court no 4 venum sanikilamai morning 9 | book court d=28 t=09:00 p=morning
seekiram eppo slot irukku court ku | book court
kuzhandhaiku sali iruku doctor appointment | book doctor for=other
kaal vali nalaiku doctor paakanum | book doctor d=23
batminton vilayadanum nalaiku morning | book court d=23 p=morning
nalla doctor kitta appointment eduthu kudunga | book doctor
innum 2 mani nerathula court kidaikuma | book court d=22 t=12:00
thursday night 9 mani ku court pottu vainga | book court d=26 t=21:00 p=night
inniku evening edhavadhu court iruka | book court d=22 p=evening
meena doctor eppo free | book doctor
nanga 4 per varom nalaiku evening 7ku court | book court d=23 t=19:00 p=evening
thingal kizhamai maalai 6 manikku court vendum | book court d=23 t=18:00 p=evening
naalai marunaal kaalai 8 manikku court vendum | book court d=24 t=08:00 p=morning
nalaiku 5 mani sumaruku court | book court d=23 t=17:00
booking pannanum | book
oru court podunga | book court
adutha budhan doctor paakanum | book doctor ask
6 mani illa 7 mani evening court nalaiku | book court d=23 p=evening ask
rendu court venum nalaiku 8 pm | book court d=23 t=20:00
mani sir ku doctor appointment | book doctor
# cancel tanglish
en booking cancel pannidunga | cancel
nalaiku vara mudiyadhu sorry | cancel fd=23
nalaiku potta court cancel pannunga bro | cancel court fd=23
velli kizhamai 6 pm booking vendam cancel pannu | cancel fd=27 ft=18:00
doctor appointment rathu pannunga | cancel doctor
innaiku varala cancel | cancel fd=22
# reschedule tanglish
time maathanum | reschedule
nalaiku booking a velli ku mathunga | reschedule d=27 fd=23
booking date change pannanum | reschedule
vera naal ku maathi kudunga | reschedule
appointment thalli poda mudiyuma | reschedule
6 mani booking 8 mani ku maathanum evening | reschedule t=20:00 p=evening ft=18:00
vera time ku mathanum | reschedule
# my_bookings tanglish
en booking enna iruku | my-bookings
ennoda appointment eppo | my-bookings
en booking details anupunga | my-bookings
naan book pannadhu confirm aacha | my-bookings
# price tanglish
court rate evlo | price court
oru mani nerathuku evlo | price m=60
doctor fees evalo | price doctor
oru naalaiku evlo aagum | price
enna rate pa court ku | price court
sunday ku rate adhigama | price ask
# location tanglish
enga iruku unga court | location court
address anupunga | location
location share pannunga bro | location
clinic ku epdi varanum | location doctor
entha area la irukeenga | location
# hours tanglish
ethana maniku open pannuvinga | hours
eppo close pannuveenga | hours
sunday open ah | hours ask
doctor eppo varuvaru | hours doctor
timing enna | hours
# menu tanglish
menu kaatu | menu
# help tanglish
epdi book panradhu | help
help pannunga | help
# staff tanglish
yaaravadhu kitta pesanum | staff
owner number kudunga | staff
call pannunga please | staff
# stop tanglish
msg anupadhinga | stop
message anuppuradha niruthunga | stop
# language tanglish
tamil la sollunga | language
english la pesu | language
# yes tanglish
aama | yes
seri ok | yes
sari nga pannidunga | yes
# no tanglish
illa venam | no
vendaam pa | no
# emergency tanglish
appa ku nenju vali | emergency doctor for=father
moochu vida mudiyala | emergency
mayangi vilundhutanga | emergency
avasaram ambulance venum | emergency
# other any
pathu sollunga | other
maybe later | other
did you watch the match yesterday | other
lol that was funny | other
whats the capital of france | other
i love biriyani | other
happy birthday!! | greeting
who won the election | other
my phone battery is dead | other
forward this to 10 people for good luck | other
work from home earn 50000 per month | other
can u lend me some money | other
this song is so good | other
asdfghjkl | other
the weather is nice isnt it | other
tell me a joke | other
i am reading a book about history | other
the supreme court gave a verdict | other
saptacha | other
enna panreenga | other
vijay padam paathiya | other
mazhai peyyudhu inga | other
naan veetuku poren | other
enaku pasikudhu | other
cricket score enna | other
unga peru enna | other
nee romba nallavan da | other
current pochu | other
petrol vilai yeriduchu | other
dei machan enga da irukka | location
சாப்பிட்டீங்களா | other
இன்னைக்கு மழை பெய்யுது | other
பாட்டு நல்லா இருக்கு | other
தீபாவளி வாழ்த்துக்கள் | greeting
கிரிக்கெட் ஸ்கோர் என்ன | other
உங்க பேர் என்ன | other
படம் பாத்தியா | other
எனக்கு பசிக்குது | other
தங்கம் விலை ஏறிடுச்சு | other
super படம் bro | other
good night தூங்குறேன் | thanks
office la romba வேலை | other
train ticket book pannitiya | other
நேத்து match பாத்தீங்களா | other
wrong number sorry | other
# book en
I want to book a badminton court tomorrow at 6pm | book court d=23 t=18:00
need a court 2moro 7am | book court d=23 t=07:00
cn i get a crt for 2nite 8 | book court d=22 t=20:00 p=night
book court sat 6-8pm | book court d=28 t=18:00 m=120
Doctor appointment for my mother on Friday morning | book doctor d=27 p=morning for=mother
appointmnt with dr priya tmrw 11am | book doctor d=23 t=11:00
I'd like to see Dr. Karthik this evening | book doctor d=22 p=evening
my son has fever can we see a doctor today | book doctor d=22 for=son
skin doctor for my daughter next tuesday 12.30pm | book doctor t=12:30 for=daughter ask
book for my wife with Dr Meena on 25/11 | book doctor d=25 for=wife
badmintn court avaialble on wednsday evening? | book court d=25 p=evening
any slots left for today night | book d=22 p=night
court for 2 hours tomorrow from 5pm | book court d=23 t=17:00 m=120
half past six tomorrow evening court | book court d=23 t=18:30 p=evening
quarter to 7 tomorrow morning | book d=23 t=06:45 p=morning
quarter past 5 pm tomorrow court pls | book court d=23 t=17:15
between 5 and 7 pm tomorrow, any court | book court d=23 a=17:00 b=19:00
before noon on thursday, doctor | book doctor d=26 b=12:00
anytime after 8 tomorrow night court | book court d=23 a=20:00 p=night
any time after 8 tomorrow | book d=23 ask
after 6pm on friday court | book court d=27 a=18:00
court in 2 hours | book court d=22 t=12:00
day after tomorrow 9 am doctor | book doctor d=24 t=09:00
day after 8am court | book court d=24 t=08:00
coming sunday 7am court | book court d=29 t=07:00
this saturday 9am | book d=28 t=09:00
dec 5th 6pm court | book court d=12-05 t=18:00
5th december 10 am Dr Karthik | book doctor d=12-05 t=10:00
on the 1st at 7 pm court | book court d=12-01 t=19:00
28-11-2026 18:30 court | book court d=28 t=18:30
tomorrow 6 court | book court d=23 ask
court at 7 tomorrow | book court d=23 ask
doctor tomorrow at 10:30 | book doctor d=23 t=10:30
6 to 7 tomorrow evening court | book court d=23 t=18:00 p=evening m=60
court 3 on monday at 8 pm | book court d=23 t=20:00
one hour court tomoro 4pm | book court d=23 t=16:00 m=60
court for 90 mins on thurs 6pm | book court d=26 t=18:00 m=90
first available slot tomorrow with a doctor | book doctor d=23
wanna play shuttle 2mrw mrng 6 | book court d=23 t=06:00 p=morning
Pls book ground for 2day evng 5 pm | book court d=22 t=17:00 p=evening
is dr meena available on saturday | book doctor d=28
New booking | book
can i hv an appointment | book doctor
book a slot for badminton | book court
consultation for my father in law | book doctor for=other
for my grandmother, general physician, tuesday 10am | book doctor d=24 t=10:00 for=other
I need to see a doctor myself tomorrow | book doctor d=23 for=self
mon or tue 7 pm court? | book court t=19:00 ask
court tomorrow 6 or 7 pm | book court d=23 ask
noon tomorrow doctor | book doctor d=23 t=12:00 p=noon
tmrw aftrnoon 3 pm court | book court d=23 t=15:00 p=noon
court at 1900 hrs tomorrow | book court d=23 t=19:00
a week from today 8 am court | book court d=29 t=08:00
next month 3rd evening court | book court d=12-03 p=evening
in 3 days 7pm court | book court d=25 t=19:00
tonight court 9pm plz | book court d=22 t=21:00 p=night
court on dec 5 sunday | book court ask
court next sunday 7am | book court t=07:00 ask
court for 10 people tomorrow 5pm | book court d=23 t=17:00
2 courts tomorrow at 7pm | book court d=23 t=19:00
tomorrow not 6pm but 7pm court | book court d=23 t=19:00
31/11 court | book court ask
# cancel en
cancel my booking | cancel
pls cancel tomorrows court | cancel court fd=23
I can't make it tomorrow | cancel fd=23
cancl my appointmnt on friday 6pm | cancel fd=27 ft=18:00
wont be able to come today, pls cancel | cancel fd=22
i want to cancel the doctor appointment | cancel doctor
drop my saturday booking | cancel fd=28
# reschedule en
reschedule my appointment | reschedule
can i shift tomorrow's booking to friday 7pm | reschedule d=27 t=19:00 fd=23
change my booking from 6pm to 8pm | reschedule t=20:00 ft=18:00
postpone my appointment to monday | reschedule d=23
move my court to 8 pm | reschedule court t=20:00
can we do another day instead | reschedule
i want to change the time | reschedule
another time pls | reschedule
some other day | reschedule
# my_bookings en
my bookings | my-bookings
what have i booked | my-bookings
when is my appointment | my-bookings
show my upcoming bookings pls | my-bookings
is my booking confirmed? | my-bookings
# price en
how much for one hour | price m=60
whats the price of court | price court
consultation fee? | price
charges on weekend? | price ask
how mch does it cost | price
how much for tomorrow 6pm court | price court d=23 t=18:00
# location en
where are you located | location
adress pls | location
send location | location
google map link | location
how do i get there | location
# hours en
what time do you open | hours
r u open on sunday | hours ask
till what time is the clinic open | hours doctor
timings? | hours
working hours pls | hours
# menu en
main menu | menu
start over | menu
# help en
help | help
how does this work | help
# staff en
talk to a human | staff
i want to speak to someone | staff
connect me to reception | staff
can someone call me back | staff
# stop en
STOP | stop
dont msg me again | stop
unsubscribe | stop
# language en
tamil | language
can you speak tamil | language
in english please | language
# yes en
yes | yes
yup go ahead | yes
confirm | yes
sure | yes
# no en
no | no
nope | no
no thanks | no
# emergency en
chest pain | emergency doctor
he is not breathing | emergency
my dad collapsed | emergency for=father
severe bleeding after accident | emergency
she is having a seizure | emergency
# book mixed
நாளைக்கு evening 6 pm court வேணும் | book court d=23 t=18:00 p=evening
tomorrow காலைல 7 மணி shuttle court book பண்ணுங்க | book court d=23 t=07:00 p=morning
sunday சாயங்காலம் 5 to 7 கோர்ட் வேணும் | book court t=17:00 p=evening m=120 ask
Dr Priya கிட்ட அம்மாக்கு appointment வேணும் | book doctor for=mother
en மகனுக்கு doctor appointment நாளைக்கு morning | book doctor d=23 p=morning for=son
saturday court available ஆ | book court d=28
கோர்ட் 2 tomorrow night 8 | book court d=23 t=20:00 p=night
this friday மாலை 6.30 court | book court d=27 t=18:30 p=evening
நாளை 10am டாக்டர் karthik appointment | book doctor d=23 t=10:00
doctor appointment வேணும் dec 2 ஆம் தேதி காலை | book doctor d=12-02 p=morning
evening 6ku mela court வேணும் இன்னைக்கு | book court d=22 a=18:00 p=evening
2 hours கோர்ட் வேணும் monday 7pm | book court d=23 t=19:00 m=120
weekend court kidaikuma | book court ask
Wife க்கு skin doctor slot இருக்கா thursday | book doctor d=26 for=wife
enakku innaikku evening doctor slot வேணும் | book doctor d=22 p=evening for=self
சண்டே மார்னிங் 7 ஓ க்ளாக் கோர்ட் | book court d=29 t=07:00 p=morning
டுமாரோ ஈவினிங் 6 பிஎம் கோர்ட் புக்கிங் | book court d=23 t=18:00 p=evening
next week wednesday கோர்ட் வேணும் | book court ask
பேட்மிண்டன் court nalaiku 8pm to 9pm | book court d=23 t=20:00 m=60
15 min consultation venum karthik sir kitta nalaiku | book doctor d=23 m=15
tomorrow 7 ku court வேணும் | book court d=23 ask
நாளைக்கு after 7pm free ah court | book court d=23 a=19:00
friday before 9am கோர்ட் இருக்கா | book court d=27 b=09:00
paiyanukku Dr. Priya - wed 5pm | book doctor d=25 t=17:00 for=son
30th nov morning 6 mani court | book court d=30 t=06:00 p=morning
# cancel mixed
tomorrow booking ரத்து பண்ணுங்க | cancel fd=23
என் appointment cancel பண்ணணும் | cancel
saturday court cancel pannidunga please | cancel court fd=28
monday 6pm booking வேண்டாம் | cancel fd=23 ft=18:00
# reschedule mixed
booking ah next day ku மாத்த முடியுமா | reschedule ask
appointment time change பண்ணணும் | reschedule
friday booking ah saturday ku change pannunga | reschedule d=28 fd=27
reschedule பண்ணனும் நாளை மறுநாள் 7pm ku | reschedule d=24 t=19:00
# my_bookings mixed
my booking காட்டுங்க | my-bookings
என் bookings list | my-bookings
# price mixed
court charge எவ்வளவு per hour | price court
consultation fees evlo வரும் | price
# location mixed
location அனுப்புங்க | location
clinic address என்ன | location doctor
# hours mixed
clinic timing என்ன | hours doctor
sunday திறந்து இருப்பீங்களா | hours ask
# staff mixed
manager கிட்ட பேசணும் | staff
customer care ku call பண்ணுங்க | staff
# language mixed
தமிழ்ல பேசு please | language
# yes mixed
ok சரி | yes
# no mixed
இல்ல no need | no
# emergency mixed
chest la வலி அதிகமா இருக்கு | emergency doctor
accident ஆயிடுச்சு emergency | emergency
# help mixed
book பண்றது எப்படி | help
# menu mixed
menu காட்டுங்க | menu
# stop mixed
messages நிறுத்துங்க | stop
@ 2026-11-22T22:30:00+05:30
# book en
tomorrow 7am court | book court d=23 t=07:00
sunday 9am court | book court d=29 t=09:00
court tonight | book court d=22 p=night
saturday 6pm | book d=28 t=18:00
# book tanglish
nalaiku kaalaila 6 maniku court | book court d=23 t=06:00 p=morning
nalaniku evening court venum | book court d=24 p=evening
# book ta
இன்னைக்கு 8 மணிக்கு கோர்ட் | book court d=22 ask
@ 2026-11-30T18:15:00+05:30
# book en
tomorrow 7am court | book court d=12-01 t=07:00
court on 1st 6pm | book court d=12-01 t=18:00
court today at 8 | book court d=30 t=20:00
court in 2 hrs | book court d=30 t=20:15
# book tanglish
nalaiku kalaila doctor | book doctor d=12-01 p=morning
5 am thethi kaalaila 8 mani court | book court d=12-05 t=08:00 p=morning
# book ta
நாளை மறுநாள் மாலை ஏழு மணி கோர்ட் | book court d=12-02 t=19:00 p=evening
# book mixed
இன்னைக்கு 9 ku court | book court d=30 t=21:00
# cancel en
cancel tomorrow's 7am booking | cancel fd=12-01 ft=07:00
@ 2026-12-31T09:00:00+05:30
# book en
tomorrow 6pm court | book court d=2027-01-01 t=18:00
court 2nd jan 7am | book court d=2027-01-02 t=07:00
court on 5/1 evening 6 | book court d=2027-01-05 t=18:00 p=evening
coming sunday 8am court | book court d=2027-01-03 t=08:00
10th morning 7 court | book court d=2027-01-10 t=07:00 p=morning
# book tanglish
nalaiku saayangalam 5 maniku court | book court d=2027-01-01 t=17:00 p=evening
# book ta
ஜனவரி 3 காலை எட்டு மணி கோர்ட் | book court d=2027-01-03 t=08:00 p=morning
நாளை மறுநாள் டாக்டர் அப்பாயிண்ட்மெண்ட் | book doctor d=2027-01-02
# book mixed
sunday காலைல 6 மணிக்கு court | book court d=2027-01-03 t=06:00 p=morning
`;
