/** The name of the field, which the page writes and its reader reads. */
export const OWN_PART = "part";
