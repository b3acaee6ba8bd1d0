export const requests = `
# cancel ta
புக்கிங்கை ரத்து செய்யவும் | cancel
என் புக்கிங் கேன்சல் பண்ணுங்க | cancel
நாளைக்கு வர முடியலை | cancel fd=23
ரத்து பண்ணிடுங்க | cancel
சனிக்கிழமை 6 மணி புக்கிங் கேன்சல் | cancel fd=28 ask
நாளைக்கு அப்பாயின்ட்மென்ட் வேண்டாம் | cancel fd=23
# cancel tanglish
booking cancel pannunga | cancel
en booking rathu pannunga | cancel
naalaiku vara mudiyathu | cancel fd=23
innaiku varala | cancel fd=22
sani kizhamai booking cancel pannidunga | cancel fd=28
naalaiku 6pm court cancel | cancel court fd=23 ft=18:00
appointment venam cancel pannunga | cancel
# cancel en
cancel my booking | cancel
please cancel tomorrow's appointment | cancel fd=23
cancel the 6pm court on saturday | cancel court fd=28 ft=18:00
I can't come tomorrow | cancel fd=23
i won't be able to make it today | cancel fd=22
can you cancel it | cancel
I don't want my booking | cancel
cancel my doctor appointment on monday | cancel doctor fd=23
# cancel mixed
என் booking cancel பண்ணுங்க | cancel
naalaiku appointment ku vara mudiyala sorry | cancel fd=23
saturday court cancel pannanum | cancel court fd=28
# reschedule ta
நேரத்தை மாற்ற வேண்டும் | reschedule
என் புக்கிங்கை ஞாயிறு மாலை 6 மணிக்கு மாத்துங்க | reschedule t=18:00 ask
நாளைக்கு அப்பாயின்ட்மென்ட் தள்ளி போட முடியுமா | reschedule fd=23
வேற நாளுக்கு மாத்தணும் | reschedule
இன்னைக்கு 6 மணி புக்கிங்கை நாளைக்கு 7 மணிக்கு மாத்துங்க | reschedule fd=22 ft=18:00 d=23 ask
சனிக்கிழமைக்கு மாத்த முடியுமா | reschedule d=28
# reschedule tanglish
time maathanum | reschedule
booking velli kizhamai ku maathunga | reschedule d=27
naalaiku booking ah sani kizhamai ku maathunga | reschedule fd=23 d=28
vera naal ku maatha mudiyuma | reschedule
6 mani slot ah 7 pm ku maathunga | reschedule ask t=19:00
appointment postpone pannanum | reschedule
konjam thalli podunga | reschedule
vera time ku change pannunga | reschedule
# reschedule en
reschedule my booking to friday 7pm | reschedule d=27 t=19:00
move my saturday 6pm booking to monday 7pm | reschedule fd=28 ft=18:00 d=23 t=19:00
change my appointment from monday to wednesday | reschedule fd=23 d=25
can I shift tomorrow's court to thursday evening 6 | reschedule court fd=23 d=26 t=18:00
postpone my appointment | reschedule
need to change the time of my booking | reschedule
can we move it to 8pm | reschedule t=20:00
I want to prepone my appointment | reschedule
reschedule tomorrow's booking | reschedule fd=23
move my booking from 6pm to 8pm | reschedule ft=18:00 t=20:00
# reschedule mixed
cancel tomorrow 6pm slot and book monday 7am pannunga | reschedule fd=23 ft=18:00 d=23 t=07:00
naalaiku appointment cancel pannitu velli kizhamai podunga | reschedule fd=23 d=27
tomorrow booking ah monday evening 5 ku maathunga | reschedule fd=23 d=23 t=17:00
appointment-ஐ வெள்ளிக்கிழமைக்கு மாத்துங்க | reschedule d=27
saturday slot sunday ku change pannunga | reschedule fd=28 ask
# my-bookings ta
என் முன்பதிவு | my-bookings
என் புக்கிங் காட்டுங்க | my-bookings
என்னோட அப்பாயின்ட்மென்ட் எப்போ | my-bookings
டோக்கன் நம்பர் என்ன | my-bookings
# my-bookings tanglish
en booking enna | my-bookings
ennoda appointment eppo | my-bookings
token number enna | my-bookings
booking confirm aacha | my-bookings
ethanavathu token | my-bookings
# my-bookings en
my bookings | my-bookings
show my bookings | my-bookings
when is my appointment | my-bookings
what have i booked | my-bookings
do i have any booking tomorrow | my-bookings d=23
booking status | my-bookings
my upcoming appointments | my-bookings
# my-bookings mixed
என் bookings பாக்கணும் | my-bookings
my booking eppo | my-bookings
# price ta
கட்டணம் எவ்வளவு | price
கோர்ட் ரேட் என்ன | price court
டாக்டர் ஃபீஸ் எவ்ளோ | price doctor
ஒரு மணி நேரத்துக்கு எவ்வளவு | price m=60
# price tanglish
court rate enna | price court
fees evlo | price
evlo aagum | price
oru mani neram court evlo | price court m=60
doctor fees evlo nga | price doctor
# price en
how much for a court | price court
what are your rates | price
consultation fee? | price
price list please | price
what does it cost for 2 hours | price m=120
court charges on weekend | price court ask
# price mixed
court price evlo | price court
doctor consultation fees எவ்வளவு | price doctor
# location ta
எங்க இருக்கு | location
முகவரி சொல்லுங்க | location
லொகேஷன் அனுப்புங்க | location
எப்படி வரணும் | location
# location tanglish
enga irukku | location
address sollunga | location
location anupunga | location
epdi varanum | location
# location en
where are you located | location
send location | location
address please | location
how do i reach there | location
google map link | location
# location mixed
court enga irukku | location court
clinic address anupunga | location doctor
# hours ta
எத்தனை மணிக்கு திறப்பீங்க | hours
வேலை நேரம் என்ன | hours
டாக்டர் எப்போ வருவார் | hours doctor
ஞாயித்துக்கிழமை திறந்திருக்குமா | hours ask
# hours tanglish
eppo open pannuvinga | hours
timings enna | hours
doctor eppo varuvar | hours doctor
ethana maniku close pannuvinga | hours
# hours en
what are your timings | hours
when do you open | hours
what time do you close | hours
are you open on monday | hours d=23
doctor timings | hours doctor
working hours? | hours
# hours mixed
clinic timings என்ன | hours doctor
court eppo open | hours court
# staff ta
யாராவது கிட்ட பேசணும் | staff
மேனேஜர்கிட்ட பேசணும் | staff
எனக்கு கால் பண்ணுங்க | staff for=self
# staff tanglish
manager kitta pesanum | staff
call pannunga | staff
staff kitta pesa mudiyuma | staff
# staff en
talk to staff | staff
I want to speak to a human | staff
call me back | staff
connect me to an agent | staff
phone number please | staff
# staff mixed
reception கிட்ட பேசணும் | staff
customer care number venum | staff
# menu ta
மெனு | menu
மெனு காட்டுங்க | menu
முகப்பு | menu
# menu en
menu | menu
main menu | menu
start over | menu
home | menu
# menu tanglish
menu kaatunga | menu
menu venum | menu
# help ta
உதவி | help
உதவி வேண்டும் | help
எப்படி புக் பண்றது | help
# help en
help | help
how does this work | help
what can you do | help
how to book | help
# help tanglish
udhavi | help
epdi book panrathu | help
# back ta
பின்னால் | back
பின் செல் | back
# back en
back | back
go back | back
# stop ta
நிறுத்து | stop
மெசேஜ் அனுப்பாதீங்க | stop
வேண்டாம் நிறுத்து | stop
# stop tanglish
message anuppadheenga | stop
niruthunga | stop
# stop en
stop | stop
unsubscribe | stop
don't send me messages | stop
stop sending messages | stop
# language ta
தமிழ் | language
தமிழில் பேசுங்க | language
ஆங்கிலத்தில் | language
மொழி மாத்துங்க | language
# language tanglish
tamil la sollunga | language
english la pesunga | language
# language en
english | language
english please | language
change language | language
speak in tamil | language
# greeting ta
வணக்கம் | greeting
ஹாய் | greeting
காலை வணக்கம் | greeting
# greeting tanglish
vanakkam | greeting
vanakkam anna | greeting
# greeting en
hi | greeting
hello | greeting
good morning | greeting
hey there | greeting
good evening sir | greeting
# thanks ta
நன்றி | thanks
ரொம்ப நன்றிங்க | thanks
# thanks tanglish
nandri anna | thanks
romba thanks | thanks
# thanks en
ok bye | thanks
thank you | thanks
thanks a lot | thanks
ok thanks | thanks
tq | thanks
🙏 | thanks
# yes ta
ஆமா | yes
சரிங்க | yes
ஆமாங்க | yes
ஓகே பண்ணிடுங்க | yes
# yes tanglish
aama | yes
seri | yes
ok pannidunga | yes
amam nga | yes
# yes en
yes | yes
ok | yes
sure | yes
yes please | yes
confirm | yes
👍 | yes
# no ta
இல்லை | no
வேணாம் | no
வேண்டாங்க | no
# no tanglish
cancel panna vendam | no
court vendam | no court
illa | no
venam | no
vendam anna | no
# no en
don't cancel my booking | no
no dont book | no
no | no
no thanks | no
not now | no
nope | no
❌ | no
# emergency ta
நெஞ்சு வலிக்குது | emergency doctor
மூச்சு விட முடியல | emergency
மயங்கிட்டாங்க | emergency
அப்பாவுக்கு மாரடைப்பு | emergency for=father
அவசரம் | emergency
# emergency tanglish
nenju vali ammaku | emergency for=mother
moochu vida mudiyala | emergency
emergency | emergency
accident aagiduchu | emergency
# emergency en
chest pain | emergency
heart attack | emergency
my father is unconscious | emergency for=father
he can't breathe | emergency
she fainted | emergency
heavy bleeding | emergency
# waitlist ta
கேன்சல் ஆனா சொல்லுங்க | waitlist
# waitlist tanglish
slot free aana sollunga | waitlist
# waitlist en
add me to the waiting list | waitlist
let me know if any slot becomes free | waitlist
# late ta
பத்து நிமிஷம் லேட் ஆகும் | late m=10
# late tanglish
10 min late aagum | late m=10
konjam late | late
# late en
i am running late by 20 minutes | late m=20
running 15 mins late | late m=15
# payment ta
பணம் கட்டிட்டேன் | payment
ரீஃபண்ட் வரல | payment
பேமெண்ட் முடிஞ்சது | payment
பணம் அனுப்பிட்டேன் | payment
லிங்க் அனுப்புங்க | payment
பணம் கட்ட | payment
அப்புறம் கட்டறேன் | payment
நேர்ல கட்டலாமா | payment
ரசீது வேணும் | payment
பில் அனுப்புங்க | payment
பணம் எப்போ திரும்ப வரும் | payment
எப்படி பணம் கட்டணும் | payment
# payment tanglish
gpay panniten | payment
pay pannitten | payment
link anuppu | payment
nerla kattikiren | payment
panam eppo thirumba varum | payment
refund varala | payment
பேக்கேஜ்ல எத்தனை பாக்கி | payment
என் பேலன்ஸ் எவ்வளவு | payment
packla evlo baaki | payment
# payment en
I paid already | payment
when will i get my refund | payment
my pack balance | payment
balance | payment
how many visits left in my pack | payment
payment link please | payment
done payment | payment
transaction successful | payment
payment failed | payment
send the link again | payment
pay later | payment
can i pay cash at the counter | payment
send me the receipt | payment
refund status | payment
how do i pay | payment
do you accept upi | payment
send the location link | location
# other ta
மழை வருமா | other
# other tanglish
saptacha | other
# other en
who won the match | other
lol | other
what is the capital of france | other
`;
