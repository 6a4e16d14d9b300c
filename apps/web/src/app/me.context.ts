import { createContext, useContext } from 'react';
import type { Me } from '../api/contract.types';

export const MeContext = createContext<Me | undefined>(undefined);

/** The one who is logged in. Only for pages inside the staff's layout. */
export function useMe(): Me {
  const me = useContext(MeContext);
  if (!me) throw new Error('useMe outside of the staff layout');
  return me;
}
