/**
 * A further set by the same author after the misses of the first were mended by rule. First try on 2026-11-23, in
 * the fields its author was sure of: 138 of 155 (89.0 %).
 */
export const outsideSecond = `
@ 2026-11-22T10:00:00+05:30
# book en
hey is there any badminton slot for tmrw evng after 7 | book court d=23 a=19:00 p=evening
2 of us want to play on tuesday 6.30pm | book court d=24 t=18:30
Appointment for baby's vaccination on friday 11 am | book doctor d=27 t=11:00 for=other
doc appt 4 my dad tmrw 10am plz | book doctor d=23 t=10:00 for=father
cn v hav court @ 7pm 2day | book court d=22 t=19:00
Kindly arrange an appointment with Dr Karthik Subramanian on 1 December morning | book doctor d=12-01 p=morning
court for 1 and half hours thursday from 6 pm | book court d=26 t=18:00 m=90
would love to book for saturday 4-6 pm | book d=28 t=16:00 m=120
any doctor available right now | book doctor d=22
wife has skin rash, need dermatologist this week wednesday evening | book doctor d=25 p=evening for=wife
Can my son see the pediatrician on monday at 5:30 pm | book doctor d=23 t=17:30 for=son
book court no. 2 wed 8pm for 1 hr | book court d=25 t=20:00 m=60
I need it for the evening of 3rd dec | book d=12-03 p=evening
no later than 9am on friday, one court | book court d=27 b=09:00
from 7 to 8 in the morning tomorrow | book d=23 t=07:00 p=morning m=60
tmrw 5:45pm dr priya for my daughter | book doctor d=23 t=17:45 for=daughter
court 7pm mon | book court d=23 t=19:00
the day after tomorrow late evening court | book court d=24 p=night
30 mins from now court | book court d=22 t=10:30
7th dec 7 am to 8 am court | book court d=12-07 t=07:00 m=60
sat or sun evening court | book court p=evening ask
consult with skin doc coming thursday 7.15pm | book doctor d=26 t=19:15
appointment for my mother-in-law tomorrow | book doctor d=23 for=other
brother needs a doctor today | book doctor d=22 for=other
# cancel en
plz cancel 2moro's 7pm booking | cancel fd=23 ft=19:00
i wont come on friday | cancel fd=27
need to call off my court for saturday | cancel court fd=28
sorry something came up, cancel | cancel
# reschedule en
can u push my appointment by a day | reschedule
shift my 6pm to 7pm | reschedule t=19:00 ft=18:00
instead of friday make it saturday | reschedule d=28 fd=27
is it possible to change the slot to tuesday 8pm | reschedule d=24 t=20:00
# my_bookings en
which court did i book | my-bookings court
what time is my booking tomorrow | my-bookings d=23
check my booking | my-bookings
# price en
how much do you charge for 90 mins | price m=90
what's the fee for dr meena | price doctor
is it costly on sundays | price ask
# location en
share ur location pls | location
where exactly is the club | location
# hours en
closing time? | hours
are you closed on pongal | hours d=2027-01-15 ask
till when are you open today | hours d=22
# staff en
can i talk with the receptionist | staff
pls ask owner to call me | staff
# help en
i dont know how to book | help
# stop en
stop sending me these messages | stop
# language en
switch to tamil | language
i don't understand tamil | language
# thanks any
thats great thank you | thanks
nandri bro | thanks
மிகவும் நன்றி | thanks
# yes en
yes thats fine | yes
okay go ahead pls | yes
# no en
no dont | no
# emergency en
my mother fainted and not waking up | emergency for=mother
baby swallowed poison | emergency for=other
# book tanglish
bro nalaikku saayandharam 6 - 7 court venum | book court d=23 t=18:00 p=evening m=60
naalai kaalai ezhu manikku oru court book seyya vendum | book court d=23 t=07:00 p=morning
innaiku sayngalam aaru mani ku slot irukka | book d=22 t=18:00 p=evening
velli kelamai kaalaila patharaiku priya doctor | book doctor d=27 t=10:30 p=morning
en ponnukku odambu sari illa naalaiku doctor paakanum | book doctor d=23 for=daughter
chevvai kizhamai night 8 manikku shuttle | book court d=24 t=20:00 p=night
vara vyazhan maalai anju mani doctor appointment podunga | book doctor d=26 t=17:00 p=evening
nalaiku madhiyam onnarai manikku court | book court d=23 t=13:30 p=noon
nalaiku kaalaila 7 manila irundhu 9 mani vara court | book court d=23 t=07:00 p=morning m=120
innum moonu naal kalichu evening court | book court d=25 p=evening
paatiku mutti vali, karthik doctor kitta kaatanum | book doctor for=other
sani nyayiru la edhavathu slot iruka | book ask
naalaiku 11 mani pola doctor paakalama | book doctor d=23 t=11:00
9 manikku munnadi court kedaikuma naalaiku kaalaila | book court d=23 b=09:00 p=morning
rendu per thaan, oru mani neram pothum, naalaiku 5 mani | book d=23 t=17:00 m=60
enga appa va doctor kitta kaatanum | book doctor for=father
dec 10 thethi evening yezhu mani court | book court d=12-10 t=19:00 p=evening
inniku full ah court kaali illaya | book court d=22
# cancel tanglish
budhan kizhamai court vendam cancel pannidunga | cancel court fd=25
naalaiku enaala vara mudiyathu | cancel fd=23
# reschedule tanglish
naalaiku 6 mani booking ah 8 manikku maathi kudunga evening | reschedule t=20:00 p=evening fd=23 ft=18:00
date mathanum | reschedule
konjam munnadi time ku matha mudiyuma | reschedule
# my_bookings tanglish
en court eppo | my-bookings court
naan enna book panniruken | my-bookings
# price tanglish
oru court ku evlo kaasu | price court
shuttle aada evlo aagum | price court
# location tanglish
unga idam enga | location
map anuppunga | location
# hours tanglish
eppo thirappinga | hours
nyayiru leeva | hours ask
# staff tanglish
owner kitta pesanum | staff
# help tanglish
epdi use panradhu idha | help
# stop tanglish
inimel msg anuppa vendam | stop
# language tanglish
english la sollunga puriyala | language
# yes tanglish
seri pannunga | yes
# no tanglish
vena vidunga | no
# emergency tanglish
amma mayangitanga | emergency
avangaluku fits vandhuruchu | emergency
# book ta
நாளைக்கு காலையில ஆறு மணிலேர்ந்து ஏழு மணி வரை ஒரு கோர்ட் வேணும் | book court d=23 t=06:00 p=morning m=60
மாமியாருக்கு டாக்டர் மீனாகிட்ட வியாழக்கிழமை அப்பாயின்ட்மெண்ட் போடுங்க | book doctor d=26 for=other
எங்க பாப்பாவுக்கு இருமல், குழந்தை டாக்டரைப் பார்க்கணும் | book doctor for=other
சாயந்திரம் ஏழு மணிக்கு மேல நாளைக்கு கோர்ட் கெடைக்குமா | book court d=23 a=19:00 p=evening
அடுத்த மாதம் மூன்றாம் தேதி மாலை கோர்ட் | book court d=12-03 p=evening
இந்த வெள்ளிக்கிழமை இரவு எட்டரை மணிக்கு | book d=27 t=20:30 p=night
நாளை மறுநாள் மதியம் ஒன்றரை மணிக்கு கோர்ட் வேண்டும் | book court d=24 t=13:30 p=noon
இன்னைக்கு ஏதாவது ஒரு டாக்டர் பாக்க முடியுமா | book doctor d=22
இன்று மாலை கோர்ட் முன்பதிவு செய்ய இயலுமா | book court d=22 p=evening
டிசம்பர் முதல் தேதி காலை ஏழு மணி கோர்ட் | book court d=12-01 t=07:00 p=morning
அக்காவுக்கு நாளைக்கு பத்தரை மணிக்கு டாக்டர் | book doctor d=23 t=10:30 for=other
# cancel ta
திங்கட்கிழமை புக்கிங் வேண்டாம் | cancel fd=23
நான் போட்ட அப்பாயிண்ட்மெண்ட்டை ரத்து செய்து விடுங்கள் | cancel
# reschedule ta
வெள்ளிக்கிழமை அப்பாயிண்ட்மெண்ட்டை சனிக்கிழமைக்கு மாற்ற முடியுமா | reschedule d=28 fd=27
கொஞ்சம் லேட்டா வேற டைம் கிடைக்குமா என் புக்கிங்குக்கு | reschedule
# my_bookings ta
நான் என்னைக்கு புக் பண்ணிருக்கேன் | my-bookings
எனது முன்பதிவு விவரங்களை அனுப்பவும் | my-bookings
# price ta
ஒரு மணி நேர வாடகை எவ்வளவு | price m=60
# location ta
உங்க கிளினிக் எந்த இடத்துல இருக்கு | location doctor
# hours ta
ஞாயிறு லீவா | hours ask
டாக்டர் பிரியா எந்த நேரத்துல இருப்பாங்க | hours doctor
# staff ta
ரிசப்ஷன்ல யாராவது பேசுவீங்களா | staff
# yes ta
சரி புக் பண்ணிடுங்க | yes
# no ta
இப்போ வேண்டாம் | no
# stop ta
தயவு செய்து செய்திகளை நிறுத்தவும் | stop
# book mixed
Monday 6 to 7 evening கோர்ட் ஒன்னு book பண்ணுங்க | book court d=23 t=18:00 p=evening m=60
அம்மாவுக்கு BP check பண்ணணும் tomorrow morning | book doctor d=23 p=morning for=mother
Dr.Karthik நாளைக்கு available ஆ evening | book doctor d=23 p=evening
court வேணும் sir 25 ஆம் தேதி 7 to 8 pm | book court d=25 t=19:00 m=60
next friday 7pm கோர்ட் வேணும் | book court t=19:00 ask
# reschedule mixed
tomorrow slot ah day after tomorrow ku மாத்துங்க | reschedule d=24 fd=23
# cancel mixed
doctor appointment cancel பண்ணிடுங்க வர முடியாது | cancel doctor
# hours mixed
Sunday clinic open ஆ இருக்குமா | hours doctor ask
# other any
i am going to temple with my family | other
can you send the notes from yesterdays class | other
hahaha | other
who is your favourite actor | other
i got a new job | other
today is my exam | other
please pray for me | other
nee enga pora | other
naan office la iruken | other
inniku semma traffic | other
thambi school poitana | other
enna samayal inniku | other
photo anupu da | other
வீட்டுக்கு போயிட்டேன் | other
நேத்து ரொம்ப தூக்கம் வரல | other
நீங்க யாரு | other
birthday party ku வாங்க | other
exam result வந்துச்சா | other
@ 2026-11-28T21:15:00+05:30
# book en
tomorrow 8am court | book court d=29 t=08:00
sunday 6 pm court | book court d=29 t=18:00
court tonight 7pm | book court d=28 p=night ask
# book tanglish
nalaki kalaila 10 manikku doctor | book doctor d=29 t=10:00 p=morning
# book ta
டிசம்பர் 2 மாலை 5 மணிக்கு கோர்ட் | book court d=12-02 t=17:00 p=evening
`;
