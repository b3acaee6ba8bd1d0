import type { TemplateDefinition } from '../messaging/template-definition';
import type { ApprovedTemplate } from './templates';

/** Meta puts the code itself behind the button. Source: authentication templates with a copy-code button. */
const otpAddress = 'https://www.whatsapp.com/otp/code/?otp_type=COPY_CODE&code=otp{{1}}';

const codeBodies: Readonly<Record<string, string>> = {
  ta: '*{{1}}* உங்கள் சரிபார்ப்புக் குறியீடு. உங்கள் பாதுகாப்பிற்காக, இதை யாருடனும் பகிர வேண்டாம்.',
};

/** The text of a code, which is Meta's own and not the business's. */
export const codeBody = (language: string): string =>
  codeBodies[language] ?? '*{{1}}* is your verification code. For your security, do not share this code.';

export const codeButton = (title: string): { kind: 'url'; title: string; url: string } => ({
  kind: 'url',
  title,
  url: otpAddress,
});

/** A template as this stand-in holds it once it is approved. */
export const approvedTemplate = (template: TemplateDefinition): ApprovedTemplate => ({
  name: template.name,
  language: template.language,
  category:
    template.category === 'utility'
      ? 'UTILITY'
      : template.category === 'marketing'
        ? 'MARKETING'
        : 'AUTHENTICATION',
  ...(template.header !== undefined && { header: template.header }),
  body: template.category === 'authentication' ? codeBody(template.language) : template.body,
  ...(template.footer !== undefined && { footer: template.footer }),
  buttons: template.buttons.map((button) => {
    if (button.type === 'copy-code') return codeButton(button.title);
    return button.type === 'url'
      ? { kind: 'url', title: button.title, url: button.url }
      : { kind: 'quick-reply', title: button.title };
  }),
});
