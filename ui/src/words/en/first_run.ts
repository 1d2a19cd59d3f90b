import type { ja } from "../ja";

export const firstRun: typeof ja.firstRun = {
  title: "First start",
  product_is: "The register of post, calls and papers for second opinions",
  question: "What is your name?",
  why: "What you enter and every call you log is kept with this name. Colleagues are added later in the settings.",
  name: "Your name",
  name_hint: "for example Naoko Sasaki",
  needed: "Please enter your name.",
  where: "Where the register is kept",
  where_list: [
    "The register is made on this computer.",
    "Nothing is sent anywhere. It works without a network.",
    "Backups are made by themselves, and each one is checked.",
  ],
  create: "Make the register and begin",
  creating: "Making the register",
  failed: "The register could not be made",
  practice: "This is for practice: a register of made-up people.",
  language: "Language",
  ready: "The register is ready. Please check the hospital's facts in the settings.",
};
