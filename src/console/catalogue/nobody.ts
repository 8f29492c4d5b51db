/** Stands, in the address of the catalogue, for the items that no section answers for. */
export const NOBODY = 'none'
