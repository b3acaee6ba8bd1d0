/** A template as Meta has approved it. Variables are `{{1}}` (positional) or `{{name}}` (named). */
export type ApprovedTemplate = {
  name: string;
  language: string;
  category: 'UTILITY' | 'MARKETING' | 'AUTHENTICATION';
  header?: string;
  body: string;
  footer?: string;
  /** A `url` with `{{1}}` at its end takes a suffix when sent. */
  buttons?: ({ kind: 'quick-reply'; title: string } | { kind: 'url'; title: string; url: string })[];
};

/** The templates this stand-in holds as approved: Meta's own sample and those of a booking business. */
export const approvedTemplates: readonly ApprovedTemplate[] = [
  {
    name: 'hello_world',
    language: 'en_US',
    category: 'UTILITY',
    header: 'Hello World',
    body: 'Welcome and congratulations!! This message demonstrates your ability to send a WhatsApp message notification from the Cloud API, hosted by Meta. Thank you for taking the time to test with us.',
    footer: 'WhatsApp Business Platform sample message',
  },
  {
    name: 'booking_confirmed',
    language: 'en',
    category: 'UTILITY',
    body: 'Hello {{customer}}, your booking {{reference}} is confirmed: {{what}}, {{when}}. See you there.',
    buttons: [
      { kind: 'quick-reply', title: 'Reschedule' },
      { kind: 'quick-reply', title: 'Cancel booking' },
    ],
  },
  {
    name: 'booking_confirmed',
    language: 'ta',
    category: 'UTILITY',
    body: 'வணக்கம் {{customer}}, உங்கள் முன்பதிவு {{reference}} உறுதியானது: {{what}}, {{when}}. சந்திப்போம்.',
    buttons: [
      { kind: 'quick-reply', title: 'நேரம் மாற்ற' },
      { kind: 'quick-reply', title: 'ரத்து செய்ய' },
    ],
  },
  {
    name: 'booking_reminder',
    language: 'en',
    category: 'UTILITY',
    body: 'Hello {{customer}}, a reminder of your booking: {{what}}, {{when}}. See you there.',
    buttons: [
      { kind: 'quick-reply', title: 'Reschedule' },
      { kind: 'quick-reply', title: 'Cancel booking' },
    ],
  },
  {
    name: 'booking_reminder',
    language: 'ta',
    category: 'UTILITY',
    body: 'வணக்கம் {{customer}}, உங்கள் முன்பதிவு நினைவூட்டல்: {{what}}, {{when}}. சந்திப்போம்.',
    buttons: [
      { kind: 'quick-reply', title: 'நேரம் மாற்ற' },
      { kind: 'quick-reply', title: 'ரத்து செய்ய' },
    ],
  },
  {
    name: 'booking_cancelled',
    language: 'en',
    category: 'UTILITY',
    body: 'Hello {{customer}}, your booking {{reference}} ({{what}}, {{when}}) is cancelled. Write to us to book again.',
  },
  {
    name: 'booking_cancelled',
    language: 'ta',
    category: 'UTILITY',
    body: 'வணக்கம் {{customer}}, உங்கள் முன்பதிவு {{reference}} ({{what}}, {{when}}) ரத்து செய்யப்பட்டது. மீண்டும் பதிவு செய்ய எழுதுங்கள்.',
  },
  {
    name: 'message_waiting',
    language: 'en',
    category: 'UTILITY',
    body: 'Hello {{customer}}, there is a reply about your booking. Tap the button to read it.',
    buttons: [{ kind: 'quick-reply', title: 'Read the reply' }],
  },
  {
    name: 'message_waiting',
    language: 'ta',
    category: 'UTILITY',
    body: 'வணக்கம் {{customer}}, உங்கள் முன்பதிவு பற்றி ஒரு பதில் உள்ளது. படிக்க கீழே தட்டுங்கள்.',
    buttons: [{ kind: 'quick-reply', title: 'பதிலைப் படிக்க' }],
  },
];

/** A template in Meta's shape. */
export const componentsOf = (template: ApprovedTemplate): object[] => [
  ...(template.header ? [{ type: 'HEADER', format: 'TEXT', text: template.header }] : []),
  { type: 'BODY', text: template.body },
  ...(template.footer ? [{ type: 'FOOTER', text: template.footer }] : []),
  ...(template.buttons
    ? [
        {
          type: 'BUTTONS',
          buttons: template.buttons.map((button) =>
            button.kind === 'url'
              ? { type: 'URL', text: button.title, url: button.url }
              : { type: 'QUICK_REPLY', text: button.title },
          ),
        },
      ]
    : []),
];

/** An approved one as it is listed. Source: reference §6.1–6.2. */
export const templateListing = (template: ApprovedTemplate, id: string): object => ({
  id,
  name: template.name,
  language: template.language,
  status: 'APPROVED',
  category: template.category,
  parameter_format: /\{\{[a-z]/.test(template.body) ? 'NAMED' : 'POSITIONAL',
  components: componentsOf(template),
});
