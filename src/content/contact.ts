import { z } from "zod";
import { emailAddress, phoneNumber, text } from "./fields.ts";

/** Who answers questions; at least one way to reach them. */
export const contactSchema = z
  .strictObject({
    name: text(2, 100, "Name", "Erika Muster").optional(),
    phone: phoneNumber("Telefonnummer", "0341 123-0").optional(),
    email: emailAddress("E-Mail-Adresse", "presse@stadt.example").optional(),
  })
  .refine((contact) => Object.keys(contact).length > 0, { message: "Der Kontakt ist leer.|Nennen Sie name, phone oder email." })
  .meta({ description: "Ansprechpartner", examples: [{ name: "Erika Muster", phone: "0341 123-0" }] });

/** How to reach somebody. */
export interface Contact {
  name: string | undefined;
  phone: string | undefined;
  email: string | undefined;
}

/** A contact with every field present. */
export function toContact(contact: z.output<typeof contactSchema> | undefined): Contact | undefined {
  return contact && { name: contact.name, phone: contact.phone, email: contact.email };
}
