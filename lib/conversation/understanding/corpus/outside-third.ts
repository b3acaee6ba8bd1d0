/**
 * The last set by the same author, the misses of the first two mended. First try on 2026-11-23, in the fields its
 * author was sure of: 47 of 60 (78.3 %), a fifth of it talk about other things; 40 of 48 (83.3 %) without that.
 */
export const outsideThird = `
@ 2026-11-22T10:00:00+05:30
# book en
Good evening, need a court for tomorrow between 6 to 8pm | book court d=23 a=18:00 b=20:00
do u have anything open on thurs around 7 in the evening | book d=26 t=19:00 p=evening
shuttle court nxt to nxt day 6pm | book court t=18:00
pls reserve 2 hrs court on sat 28th from 5 | book court d=28 t=17:00 m=120
doctor for fever today itself asap | book doctor d=22
dr meena tuesday 12pm for my husband | book doctor d=24 t=12:00 for=husband
can i get the court at half past 7 tomorrow night | book court d=23 t=19:30 p=night
book me in with priya on 27 nov 10.15am | book doctor d=27 t=10:15
court for three friends and me sunday morning 6.30 | book court d=29 t=06:30 p=morning
is there a slot before 8 tomorrow morning | book d=23 b=08:00 p=morning
court, monday, 9 pm | book court d=23 t=21:00
general physician tomorrow after 5 pm for my wife | book doctor d=23 a=17:00 for=wife
# cancel en
i wanna cancel | cancel
cant make it to tmrw's 7 pm court | cancel court fd=23 ft=19:00
# reschedule en
can we make it 8 instead of 7 tomorrow evening | reschedule t=20:00 p=evening fd=23 ft=19:00
pls postpone it to next week | reschedule ask
# my_bookings en
did my booking go through | my-bookings
# price en
how much is it per hour on weekdays | price
# hours en
is the clinic working on sunday | hours doctor ask
# location en
landmark near ur place | location
# staff en
someone pls call me | staff
# other any
this is not for me sorry wrong chat | other
how was your weekend | other
check out this video | other
i will reach home by 7 | other
sapadu aacha | other
veetla ellarum nalama | other
nalaiku kalyanam poganum | other
ena achu | other
நாளைக்கு கல்யாணத்துக்கு போகணும் | other
எல்லாரும் நல்லா இருக்காங்களா | other
ரொம்ப வெயிலா இருக்கு | other
# book tanglish
naalaikku eppo court free ah irukum | book court d=23
naalai maalai 6.30 to 7.30 court podunga anna | book court d=23 t=18:30 p=evening m=60
ennoda ponnu ku priya madam kitta appointment venum | book doctor for=daughter
inikku saayangaalam aarukku court | book court d=22 t=18:00 p=evening
kaalaila 6 lendhu 7 varai naalaiku | book d=23 t=06:00 p=morning m=60
sevvaikilamai ezharai manikku nightu court | book court d=24 t=19:30 p=night
28 m thethi kaalai 7 manikku court book panni vainga | book court d=28 t=07:00 p=morning
akka ku skin doctor paakanum putha kizhamai | book doctor d=25 for=other
vera oru naal podunga appointment ah | book doctor
# cancel tanglish
inaiku booking venaam, cancel pannirunga | cancel fd=22
# reschedule tanglish
sani kizhamai booking ah nyayiru ku maathanum | reschedule fd=28 ask
# my_bookings tanglish
enaku ethavathu booking iruka | my-bookings for=self
# price tanglish
weekend la rate jaasthiya | price ask
# hours tanglish
night ethana mani vara iruku | hours p=night
# book ta
நாளைக்கு சாயங்காலம் ஆறு டு ஏழு கோர்ட் வேணும் | book court d=23 t=18:00 p=evening m=60
தம்பிக்கு காய்ச்சல் அதிகமா இருக்கு, இன்னைக்கே டாக்டர் வேணும் | book doctor d=22 for=other
வரும் வெள்ளி மாலை 5 மணிக்கு பிரியா டாக்டர் | book doctor d=27 t=17:00 p=evening
எட்டு மணிக்கு முன்னாடி நாளை காலை கோர்ட் | book court d=23 b=08:00 p=morning
நாளை மறுநாள் ஏழரைக்கு இரவு கோர்ட் புக் செய்யவும் | book court d=24 t=19:30 p=night
# cancel ta
இன்னைக்கு சாயங்காலம் புக்கிங் கேன்சல் பண்ணுங்க | cancel p=evening fd=22
# reschedule ta
திங்கள் புக்கிங்கை செவ்வாய்க்கு மாத்தி வைங்க | reschedule d=24 fd=23
# my_bookings ta
எனக்கு எப்போ அப்பாயிண்ட்மெண்ட் | my-bookings for=self
# price ta
சனி ஞாயிறு கோர்ட் ரேட் எவ்வளவு | price court ask
# location ta
பார்க்கிங் வசதி இருக்கா | location
# book mixed
இந்த sunday evening 4 to 6 court கிடைக்குமா | book court d=22 t=16:00 p=evening m=120
Dr meena நாளைக்கு இருப்பாங்களா appointment வேணும் | book doctor d=23
# reschedule mixed
time change ஆகணும் 7pm to 8pm | reschedule t=20:00 ft=19:00
# greeting any
super da machan congrats | greeting
`;
