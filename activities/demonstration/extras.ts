/** Domain of the addresses of extras: invented people in number, who fill cases and are not offered as accounts. */
export const extrasDomain = 'figurants.exemple.gouv.invalid';
