import type { Stage } from './threads/stage';
import { Visitor, type Entrance } from './visitor';

/** Walks through every room that is open to a log-in, and into the first thing of each list; answers what is wrong. */
export const lookAround = async (
  stage: Stage,
  loginName: string,
  entrance: Required<Entrance>,
): Promise<readonly object[]> => {
  const visitor = await Visitor.enter(stage.browser, stage.address, loginName, entrance);
  const picture = (room: string): string => `rooms/${loginName}-${entrance.width.toString()}${nameOf(room)}`;
  const found: object[] = [];
  try {
    for (const room of await visitor.rooms()) {
      await visitor.walk(room);
      found.push(...(await visitor.faults(picture(room))));
      if (await visitor.enterFirst()) found.push(...(await visitor.faults(`${picture(room)}-one`)));
    }
    return found;
  } finally {
    await visitor.leave();
  }
};

const nameOf = (room: string): string => (room === '/' ? '-home' : room.replaceAll('/', '-'));
