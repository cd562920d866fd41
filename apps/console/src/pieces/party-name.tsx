import { useOrganisationName, useOrganisations } from '../api/directory';

/** The name of an organisation found by id; somebody who is no organisation shows the end of the id. */
export const PartyName = ({ id }: { id: string }) => {
  const organisation = useOrganisations().find((each) => each.id === id);
  const nameOf = useOrganisationName();
  return organisation === undefined ? <span className="number">…{id.slice(-8)}</span> : <>{nameOf(organisation)}</>;
};
