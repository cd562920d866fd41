/** The name of an organisation or a masked person, found by id. */
export const PartyName = ({ id }: { id: string }) => <span className="number">…{id.slice(-8)}</span>;
