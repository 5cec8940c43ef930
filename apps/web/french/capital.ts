/** Labels of people begin in lower case inside sentences; here they begin one. */
export const capital = (text: string) => text.charAt(0).toLocaleUpperCase('fr') + text.slice(1);
